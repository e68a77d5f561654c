package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.engine.serving.Finding;
import java.util.List;

/** Says where a missing fact of the device belongs: its id, and its file where the catalog has one. */
final class FactFiles {

    private static final List<String> OF_THE_DEVICE = List.of(
            "capacity-unknown", "bandwidth-unknown", "rate-unknown", "format-speed-unknown", "link-unknown",
            "calibration-unknown");

    private FactFiles() {}

    static Finding located(Finding finding, Hardware hardware) {
        if (!OF_THE_DEVICE.contains(finding.code())) {
            return finding;
        }
        AcceleratorEntry device = hardware.accelerator();
        Finding named = finding.with("accelerator", device.id());
        return hardware.inline() || device.id().startsWith(Catalog.OWN)
                ? named
                : named.with("file", "hardware-catalog/accelerators/" + device.vendor() + "/" + device.id() + ".json");
    }
}
