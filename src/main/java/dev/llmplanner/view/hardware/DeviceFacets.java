package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.RecordRules;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** Facets that an accelerator has, and a server takes over from its own. */
final class DeviceFacets {
    private static final double GIBI = 1024.0 * 1024 * 1024;

    private final Scene scene;

    DeviceFacets(Scene scene) {
        this.scene = scene;
    }

    /** The row with its country, status and the engines that run on it. */
    Faceted device(Faceted row, AcceleratorEntry entry) {
        Faceted all = row.with("country", entry.vendorCountry().orElse(""), scene.sayOr(
                        "country." + entry.vendorCountry().orElse(""), "country.other"))
                .with("status", entry.status(), scene.sayOr("status." + entry.status(), "status.other"));
        for (String engine : entry.engines()) {
            for (ServingEngine known : ServingEngine.values()) {
                // Records name engines with their plugins and forks.
                if (engine.toLowerCase().startsWith(known.code())) {
                    all = all.with("engine", known.code(), scene.say("choice.engine." + known.code()));
                }
            }
        }
        return all;
    }

    /** The row with each step of memory, GiB, that it reaches. */
    Faceted memory(Faceted row, double bytes, int[] steps) {
        Faceted all = row;
        for (int step : steps) {
            // What is sold as 80 GB reports a little less.
            if (bytes >= step * GIBI * RecordRules.LEAST_USABLE) {
                all = all.with("memory", Integer.toString(step),
                        scene.say("hardware.memory-from", Arguments.of("gib", step)));
            }
        }
        return all;
    }
}
