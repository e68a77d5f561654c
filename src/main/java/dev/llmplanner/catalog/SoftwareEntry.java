package dev.llmplanner.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Software that serves models, or is licensed with it.
 *
 * @param engine        the engine that it is, as requests name it
 * @param licence       SPDX id, or {@code proprietary}
 * @param supported     whether its price holds the maker's support
 * @param includedYears accelerator id to the years for which it comes with it
 */
public record SoftwareEntry(
        String id,
        String name,
        Optional<String> engine,
        String licence,
        boolean supported,
        Map<String, Double> includedYears) {

    public SoftwareEntry {
        includedYears = new LinkedHashMap<>(includedYears);
    }
}
