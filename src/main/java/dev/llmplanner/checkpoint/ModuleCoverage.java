package dev.llmplanner.checkpoint;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** In how many layers a list of modules names a tensor group. */
final class ModuleCoverage {

    private final Map<String, Set<Integer>> layers = new LinkedHashMap<>();

    void add(ModulePattern pattern) {
        pattern.groups().forEach(group -> layers.computeIfAbsent(group, key -> new HashSet<>()).add(pattern.layer()));
    }

    /** Layers of that group that the list names; all where it names no layer. */
    int layers(String group, int all) {
        Set<Integer> named = layers.getOrDefault(group, Set.of());
        return named.contains(-1) ? all : named.size();
    }
}
