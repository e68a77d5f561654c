package dev.llmplanner.build.check;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonNumber;

/** Figures inside messages. */
final class Text {

    private Text() {
    }

    /** A number as a catalog file writes it. */
    static String number(double value) {
        return JacksonJson.compact(new JsonNumber(value));
    }

    /** A number that was computed, to four significant digits. */
    static String rounded(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        double digits = Math.round(value / unit);
        return number(unit < 1 ? digits / Math.round(1 / unit) : digits * unit);
    }
}
