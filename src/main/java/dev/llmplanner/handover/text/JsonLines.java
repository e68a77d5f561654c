package dev.llmplanner.handover.text;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Iterator;
import java.util.Map;

/** JSON for people to read: indented, lists of numbers on one line, everything beyond ASCII as it is. */
public final class JsonLines {

    private JsonLines() {}

    /** The tree, with a line break at its end. */
    public static String of(Json json) {
        StringBuilder text = new StringBuilder();
        write(json, "", text);
        return text.append('\n').toString();
    }

    /** The tree on one line. */
    public static String compact(Json json) {
        StringBuilder text = new StringBuilder();
        write(json, null, text);
        return text.toString();
    }

    /** A text in double quotes, which is a scalar of YAML too. */
    public static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (Character.isSurrogate(c) && !paired(value, i)) {
                        text.append("\\ufffd");
                    } else if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                        text.append("\\u").append(hex(c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static String hex(int c) {
        String digits = "0123456789abcdef";
        return "" + digits.charAt(c >> 12) + digits.charAt(c >> 8 & 15) + digits.charAt(c >> 4 & 15)
                + digits.charAt(c & 15);
    }

    /** @param indent null: on one line */
    private static void write(Json json, String indent, StringBuilder text) {
        String inner = indent == null ? null : indent + "  ";
        if (json instanceof JsonObject object) {
            text.append('{');
            Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
            while (members.hasNext()) {
                Map.Entry<String, Json> member = members.next();
                line(inner, text);
                text.append(quoted(member.getKey())).append(indent == null ? ":" : ": ");
                write(member.getValue(), inner, text);
                text.append(members.hasNext() ? "," : "");
            }
            close(object.members().isEmpty() ? null : indent, '}', text);
        } else if (json instanceof JsonArray array && array.items().stream().allMatch(JsonNumber.class::isInstance)) {
            text.append('[');
            for (int i = 0; i < array.items().size(); i++) {
                text.append(i == 0 ? "" : indent == null ? "," : ", ").append(scalar(array.items().get(i)));
            }
            text.append(']');
        } else if (json instanceof JsonArray array) {
            text.append('[');
            for (int i = 0; i < array.items().size(); i++) {
                line(inner, text);
                write(array.items().get(i), inner, text);
                text.append(i + 1 < array.items().size() ? "," : "");
            }
            close(array.items().isEmpty() ? null : indent, ']', text);
        } else {
            text.append(scalar(json));
        }
    }

    private static void line(String indent, StringBuilder text) {
        if (indent != null) {
            text.append('\n').append(indent);
        }
    }

    private static void close(String indent, char bracket, StringBuilder text) {
        line(indent, text);
        text.append(bracket);
    }

    /** A value without parts. */
    static String scalar(Json json) {
        if (json instanceof JsonString string) {
            return quoted(string.value());
        }
        if (json instanceof JsonNumber number) {
            return Decimal.precise(number.value());
        }
        return json instanceof JsonBoolean bool ? bool.value() ? "true" : "false" : "null";
    }
}
