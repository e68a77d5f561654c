package dev.llmplanner.engine.serving;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a reader should know about an estimate. The words live with the page, under the code.
 *
 * @param code     lower-kebab, stable
 * @param severity how much it matters
 * @param figures  numbers by name, unit in the name
 * @param facts    names by name: a field, a file, a layout
 */
public record Finding(String code, Severity severity, Map<String, Double> figures, Map<String, String> facts) {

    /** How much a finding matters. */
    public enum Severity {
        /** The verdict is "doesn't fit" because of it. */
        BLOCKING,
        /** A needed fact is missing. */
        UNKNOWN,
        WARNING,
        NOTE
    }

    public Finding {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Whether one of them has that code. */
    public static boolean among(List<Finding> findings, String code) {
        for (Finding finding : findings) {
            if (finding.code.equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** A finding without arguments. */
    public static Finding of(Severity severity, String code) {
        return new Finding(code, severity, Map.of(), Map.of());
    }

    /** The same finding with one more number. */
    public Finding with(String name, double value) {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.put(name, value);
        return new Finding(code, severity, all, facts);
    }

    /** The same finding with one more name. */
    public Finding with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put(name, value);
        return new Finding(code, severity, figures, all);
    }
}
