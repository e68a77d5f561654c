package dev.llmplanner.view.form;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Reason;
import dev.llmplanner.view.figure.Named;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;

/** What screenings find, in words; what the Calculator finds too, in the Calculator's. */
public final class FindingWords {
    private final Scene scene;

    public FindingWords(Scene scene) {
        this.scene = scene;
    }

    /** The finding, and what to do about it. */
    public String of(Finding finding) {
        String key = "warning." + finding.code();
        if (!scene.words().knows(key)) {
            return scene.words().knows("finding." + finding.code())
                    ? new Reason(scene).finding(finding)
                    : scene.say("warning.other", Arguments.of("code", finding.code()));
        }
        Arguments arguments = Named.arguments(finding, scene.words());
        for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
            arguments = arguments.and(fact.getKey(), name(fact.getKey(), fact.getValue()));
        }
        return scene.say(key, arguments);
    }

    /** A fact as people call it. */
    private String name(String fact, String value) {
        return switch (fact) {
            case "model" -> scene.catalog().model(value).map(model -> model.name()).orElse(value);
            case "accelerator" -> scene.catalog().accelerator(value).map(device -> device.name()).orElse(value);
            case "server" -> scene.catalog().server(value).map(server -> server.name()).orElse(value);
            case "fabric" -> scene.catalog().fabric(value).map(fabric -> fabric.name()).orElse(value);
            case "format" -> scene.say("format." + value);
            case "basis" -> scene.say("warning-basis." + value);
            default -> value;
        };
    }

    /** The missing fact and the file to write it in; blank where it isn't one of the catalog. */
    public String where(Finding finding) {
        String field = finding.facts().get("field");
        String file = finding.facts().get("file");
        return field != null && file != null
                ? scene.say("finding.where", Arguments.of("field", field).and("file", file)) : "";
    }

    /** A layout: the degrees above one, or TP 1. */
    public static String layout(Scene scene, ParallelLayout layout) {
        String text = "";
        int[] degrees = {layout.tensorParallel(), layout.pipelineParallel(), layout.expertParallel(),
            layout.attentionDataParallel()};
        String[] names = {"tp", "pp", "ep", "dp"};
        for (int i = 0; i < degrees.length; i++) {
            if (degrees[i] > 1 || i == 0 && layout.gpus() == 1) {
                String part = scene.say("short-layout." + names[i], Arguments.of("degree", degrees[i]));
                text = text.isEmpty() ? part : scene.say("list.pair", Arguments.of("first", text).and("second", part));
            }
        }
        return text;
    }
}
