package dev.llmplanner.engine.demand;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of a derivation. The formula by its code stands in {@code docs/model/demand.md}.
 *
 * @param code   lower-kebab, stable
 * @param value  result, in the unit that the code ends in
 * @param inputs figures that it uses, by name
 */
public record Step(String code, double value, Map<String, Double> inputs) {

    public Step {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    static Step of(String code, double value) {
        return new Step(code, value, Map.of());
    }

    Step with(String name, double input) {
        Map<String, Double> all = new LinkedHashMap<>(inputs);
        all.put(name, input);
        return new Step(code, value, all);
    }
}
