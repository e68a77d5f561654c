package dev.llmplanner.view.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named arguments of a message: texts and numbers. Immutable; {@link #and} gives a longer one. */
public final class Arguments {
    private static final Arguments NONE = new Arguments(Map.of());
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    public static Arguments none() {
        return NONE;
    }

    public static Arguments of(String name, String text) {
        return NONE.and(name, text);
    }

    public static Arguments of(String name, double number) {
        return NONE.and(name, number);
    }

    public Arguments and(String name, String text) {
        return with(name, text);
    }

    /** A number: it may choose a plural, and is written by the language's rules, with at most three decimals. */
    public Arguments and(String name, double number) {
        return with(name, number);
    }

    /** A text or a {@code Double}. */
    Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Arguments with(String name, Object value) {
        Map<String, Object> longer = new LinkedHashMap<>(values);
        longer.put(name, value);
        return new Arguments(longer);
    }
}
