package dev.llmplanner.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of model whose code is known.
 *
 * @param types    values of model_type
 * @param classes  values in architectures
 * @param traits   what its code does whatever the configuration says
 * @param defaults what its code takes where the configuration says nothing, by the field's name
 */
record Family(
        String id, List<String> types, List<String> classes, Set<Trait> traits, Map<String, Integer> defaults) {

    /** Where nothing is known but the fields. */
    static final Family UNKNOWN = Family.of("by-fields");

    static Family of(String id) {
        return new Family(id, List.of(), List.of(), Set.of(), Map.of());
    }

    Family types(String... names) {
        return new Family(id, List.of(names), classes, traits, defaults);
    }

    Family classes(String... names) {
        return new Family(id, types, List.of(names), traits, defaults);
    }

    Family traits(Trait... more) {
        return new Family(id, types, classes, Set.of(more), defaults);
    }

    Family otherwise(String field, int value) {
        Map<String, Integer> all = new LinkedHashMap<>(defaults);
        all.put(field, value);
        return new Family(id, types, classes, traits, all);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    boolean known() {
        return this != UNKNOWN;
    }
}
