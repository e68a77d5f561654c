package dev.llmplanner.view.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the catalog is shown: of each facet that is filtered, any of the chosen values.
 *
 * @param chosen values by facet, in the order of the facets; a facet without a choice is left out
 */
record Filters(Map<Facet, List<String>> chosen) {

    static final Filters NONE = new Filters(Map.of());

    Filters {
        Map<Facet, List<String>> ordered = new LinkedHashMap<>();
        for (Facet facet : Facet.ALL) {
            List<String> values = chosen.getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                ordered.put(facet, List.copyOf(values));
            }
        }
        chosen = ordered;
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    List<String> of(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    boolean has(Facet facet, String value) {
        return of(facet).contains(value);
    }

    /** Whether values of that facet let a model through. */
    boolean admits(Facet facet, List<String> values) {
        List<String> wanted = chosen.get(facet);
        if (wanted == null) {
            return true;
        }
        for (String value : wanted) {
            if (values.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** The filters with those values of one facet instead. */
    Filters with(Facet facet, List<String> values) {
        Map<Facet, List<String>> next = new LinkedHashMap<>(chosen);
        next.put(facet, values);
        return new Filters(next);
    }

    /** The filters with that value chosen if it wasn't, and the other way round. */
    Filters toggled(Facet facet, String value) {
        List<String> values = new ArrayList<>(of(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }
}
