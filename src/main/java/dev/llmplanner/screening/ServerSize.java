package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ServerEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Devices of the usual server of each accelerator: the commonest size among the catalog's servers that hold it, the smaller
 * of equally common ones; 8 where the catalog has none.
 */
final class ServerSize {

    private static final int USUAL = 8;

    private final Map<String, Map<Integer, Integer>> sizes = new LinkedHashMap<>();

    ServerSize(Catalog catalog) {
        for (ServerEntry server : catalog.servers()) {
            if (Recommendable.server(server)) {
                sizes.computeIfAbsent(server.acceleratorId(), id -> new LinkedHashMap<>())
                        .merge(server.acceleratorCount(), 1, Integer::sum);
            }
        }
    }

    int of(AcceleratorEntry accelerator) {
        int best = USUAL;
        int most = 0;
        for (Map.Entry<Integer, Integer> size : sizes.getOrDefault(accelerator.id(), Map.of()).entrySet()) {
            if (size.getValue() > most || size.getValue() == most && size.getKey() < best) {
                best = size.getKey();
                most = size.getValue();
            }
        }
        return best * accelerator.devicesPerPackage();
    }
}
