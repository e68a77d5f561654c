package dev.llmplanner.catalog;

import dev.llmplanner.engine.hardware.Accelerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One accelerator of the catalog.
 *
 * @param vendor          id of the vendor
 * @param accelerator     what the engine computes with; one device of a package
 * @param devicesPerPackage devices that software sees in one package
 * @param marketingBytes  the printed capacity of a package
 * @param denseFlopPerSecond dense rates by format: fp32, tf32, bf16, fp16, fp8, int8, fp4
 */
public record AcceleratorEntry(
        String name,
        String vendor,
        Optional<String> vendorCountry,
        String architecture,
        OptionalInt releaseYear,
        Optional<String> formFactor,
        String status,
        Accelerator accelerator,
        int devicesPerPackage,
        OptionalDouble marketingBytes,
        Optional<String> memoryType,
        Map<String, Double> denseFlopPerSecond,
        OptionalDouble tdpWatts,
        Optional<String> scaleUpName,
        Optional<String> hostLinkType,
        List<String> engines,
        Optional<String> availability) {

    public AcceleratorEntry {
        denseFlopPerSecond = Map.copyOf(denseFlopPerSecond);
        engines = List.copyOf(engines);
    }

    /** Catalog id. */
    public String id() {
        return accelerator.id();
    }
}
