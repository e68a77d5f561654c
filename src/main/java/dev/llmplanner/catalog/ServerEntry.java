package dev.llmplanner.catalog;

import dev.llmplanner.engine.hardware.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One server or rack system of the catalog.
 *
 * @param acceleratorId    catalog id of its accelerator
 * @param acceleratorCount packages in the system
 */
public record ServerEntry(
        String id,
        String name,
        String vendor,
        String kind,
        String acceleratorId,
        int acceleratorCount,
        Optional<String> processor,
        OptionalDouble memoryBytes,
        List<Nic> nics,
        Optional<String> scaleUpFabric,
        OptionalDouble maxPowerWatts,
        OptionalInt rackUnits,
        OptionalInt racks,
        Optional<String> cooling,
        Confidence confidence) {

    /**
     * Network cards of one kind.
     *
     * @param bytesPerSecondPerDirectionEach line rate of one card
     */
    public record Nic(int count, OptionalDouble bytesPerSecondPerDirectionEach, String technology, String role) {}

    public ServerEntry {
        nics = List.copyOf(nics);
    }
}
