package dev.llmplanner.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * Something to know about an imported model.
 *
 * @param code    lower-kebab, stable; docs/own-model.md lists them
 * @param fields  paths or names that it is about
 * @param figures numbers by name, in base units
 */
public record Notice(String code, List<String> fields, Map<String, Double> figures) {

    public Notice {
        fields = fields.stream().map(Names::place).toList();
        figures = Map.copyOf(figures);
    }

    static Notice of(String code, List<String> fields) {
        return new Notice(code, fields, Map.of());
    }
}
