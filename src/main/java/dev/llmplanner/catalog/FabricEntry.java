package dev.llmplanner.catalog;

import dev.llmplanner.engine.hardware.Confidence;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One fabric of the catalog.
 *
 * @param fabricClass scale-up or scale-out, as its source says
 * @param bytesPerSecondPerDirection of one port or accelerator
 */
public record FabricEntry(
        String id,
        String name,
        String fabricClass,
        String vendor,
        String status,
        OptionalDouble portBitsPerSecond,
        OptionalDouble bytesPerSecondPerDirection,
        OptionalInt maxDomain,
        Optional<String> portsPerNode,
        Optional<String> topology,
        Confidence confidence) {}
