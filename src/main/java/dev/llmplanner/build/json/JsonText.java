package dev.llmplanner.build.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;

/** Writes one tree as text, indented or on one line. */
final class JsonText {

    /** From here on, as in JavaScript, a number is written with an exponent. */
    private static final double PLAIN_BELOW = 1e21;
    private static final double PLAIN_FROM = 1e-6;

    private final boolean indented;
    private final StringBuilder out = new StringBuilder();

    JsonText(boolean indented) {
        this.indented = indented;
    }

    String write(Json json) {
        value(json, 0);
        return out.toString();
    }

    private void value(Json json, int depth) {
        if (json instanceof JsonObject object) {
            object(object, depth);
        } else if (json instanceof JsonArray array) {
            array(array, depth);
        } else if (json instanceof JsonString string) {
            quoted(string.value());
        } else if (json instanceof JsonNumber number) {
            out.append(number(number.value()));
        } else if (json instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private void object(JsonObject object, int depth) {
        out.append('{');
        for (Iterator<Map.Entry<String, Json>> i = object.members().entrySet().iterator(); i.hasNext();) {
            Map.Entry<String, Json> member = i.next();
            newline(depth + 1);
            quoted(member.getKey());
            out.append(indented ? ": " : ":");
            value(member.getValue(), depth + 1);
            if (i.hasNext()) {
                out.append(',');
            }
        }
        if (!object.members().isEmpty()) {
            newline(depth);
        }
        out.append('}');
    }

    private void array(JsonArray array, int depth) {
        out.append('[');
        for (Iterator<Json> i = array.items().iterator(); i.hasNext();) {
            newline(depth + 1);
            value(i.next(), depth + 1);
            if (i.hasNext()) {
                out.append(',');
            }
        }
        if (!array.items().isEmpty()) {
            newline(depth);
        }
        out.append(']');
    }

    private void newline(int depth) {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void quoted(String text) {
        out.append('"').append(JsonStringEncoder.getInstance().quoteAsString(text)).append('"');
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return Double.toString(value);
    }
}
