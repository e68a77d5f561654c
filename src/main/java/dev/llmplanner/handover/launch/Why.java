package dev.llmplanner.handover.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why an option is there. The words live with the page, under the code.
 *
 * @param code      lower-kebab, stable
 * @param arguments by name: a {@code Double} or a {@code String}
 */
public record Why(String code, Map<String, Object> arguments) {

    public Why {
        arguments = Map.copyOf(arguments);
    }

    /** The message that says it. */
    public String key() {
        return "handover-why." + code;
    }

    static Why of(String code) {
        return new Why(code, Map.of());
    }

    static Why of(String code, String name, double value) {
        return new Why(code, Map.of(name, value));
    }

    Why and(String name, double value) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put(name, value);
        return new Why(code, all);
    }

    Why and(String name, String value) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put(name, value);
        return new Why(code, all);
    }
}
