package dev.llmplanner.view.guide;

import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.scenario.Numeral;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A number that a guide's example assumes and the reader may change: how many people, how often they ask.
 *
 * @param text   as a field holds it
 * @param least  that makes sense
 * @param most   that makes sense
 * @param labels by language
 */
public record ChosenNumber(
        String name, String text, Measure measure, double least, double most, Map<String, String> labels) {
    private static final double MOST = 1e9;

    public ChosenNumber {
        labels = Map.copyOf(labels);
    }

    /**
     * Reads one: {@code {value, measure, least, most, label: {en, zh-CN}}}.
     *
     * @throws IllegalArgumentException where the value, the measure or a label is missing
     */
    static ChosenNumber read(String name, JsonObject json) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String language : Resources.LANGUAGES) {
            if (json.get("label").orElse(null) instanceof JsonObject texts
                    && texts.get(language).orElse(null) instanceof JsonString text) {
                labels.put(language, text.value());
            } else {
                throw new IllegalArgumentException("chosen " + name + ": no label in " + language);
            }
        }
        String code = json.get("measure").orElse(null) instanceof JsonString text ? text.value() : Measure.COUNT.code();
        return new ChosenNumber(name, Numeral.text(number(name, "value", json, -1)),
                Measure.of(code).orElseThrow(() -> new IllegalArgumentException("chosen " + name + ": no measure " + code)),
                number(name, "least", json, 0), number(name, "most", json, MOST), labels);
    }

    private static double number(String name, String member, JsonObject json, double otherwise) {
        if (json.get(member).orElse(null) instanceof JsonNumber number) {
            return number.value();
        }
        if (otherwise < 0) {
            throw new IllegalArgumentException("chosen " + name + ": no " + member);
        }
        return otherwise;
    }
}
