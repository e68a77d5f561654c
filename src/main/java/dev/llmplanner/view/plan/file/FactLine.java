package dev.llmplanner.view.plan.file;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.scenario.Numeral;

/** A fact of a record as one short text. */
final class FactLine {
    private static final double LARGE = 1e15;

    private FactLine() {
    }

    /** Blank for nothing; of lists and objects only that they are there. */
    static String text(Json json) {
        if (json instanceof JsonNull) {
            return "";
        } else if (json instanceof JsonNumber number) {
            return Math.abs(number.value()) < LARGE ? Numeral.text(number.value()) : Numeral.text(number.value() / LARGE) + "e15";
        } else if (json instanceof JsonString text) {
            return text.value();
        } else if (json instanceof JsonBoolean bool) {
            return bool.value() ? "true" : "false";
        }
        return "\u2026";
    }
}
