package dev.llmplanner.view.hardware;

import dev.llmplanner.view.table.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row with what filters ask of it: for each facet its values, with their labels.
 */
record Faceted(Row row, Map<String, Map<String, String>> facets) {

    static Faceted of(Row row) {
        return new Faceted(row, Map.of());
    }

    /** With a value of that facet; a blank one is none. */
    Faceted with(String facet, String value, String label) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, Map<String, String>> next = new LinkedHashMap<>(facets);
        Map<String, String> values = new LinkedHashMap<>(labels(facet));
        values.put(value, label);
        next.put(facet, values);
        return new Faceted(row, next);
    }

    boolean has(String facet, String value) {
        return labels(facet).containsKey(value);
    }

    Map<String, String> labels(String facet) {
        return facets.getOrDefault(facet, Map.of());
    }
}
