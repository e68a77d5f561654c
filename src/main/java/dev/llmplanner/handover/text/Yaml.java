package dev.llmplanner.handover.text;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Map;

/**
 * YAML 1.2 in block style. Texts stand in double quotes with JSON's escapes unless they are plain words, so that no reader
 * of any version takes one for a number, a date, a truth value or markup; several printable lines stand as a literal block.
 */
public final class Yaml {

    private static final String PLAIN_FIRST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/";
    private static final String PLAIN = PLAIN_FIRST + "0123456789_-.";

    /** Words that some version of YAML reads as something else. */
    private static final String RESERVED = "|y|yes|n|no|true|false|on|off|null|nan|inf|";

    private Yaml() {}

    /** One document. */
    public static String of(JsonObject document) {
        StringBuilder text = new StringBuilder();
        members(document, "", text);
        return text.toString();
    }

    private static void members(JsonObject object, String indent, StringBuilder text) {
        boolean first = true;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            text.append(first ? "" : indent).append(scalar(member.getKey())).append(':');
            value(member.getValue(), indent, text);
            first = false;
        }
    }

    /** What stands behind the colon of a name at that indent. */
    private static void value(Json json, String indent, StringBuilder text) {
        if (json instanceof JsonObject object && !object.members().isEmpty()) {
            text.append('\n').append(indent).append("  ");
            members(object, indent + "  ", text);
        } else if (json instanceof JsonArray array && !array.items().isEmpty()) {
            text.append('\n');
            items(array, indent + "  ", text);
        } else if (json instanceof JsonString string && isBlock(string.value())) {
            block(string.value(), indent + "  ", text);
        } else {
            text.append(' ').append(flat(json)).append('\n');
        }
    }

    /** Several lines that stand as they are: printable, without tabs, the first not indented, at most one break at the end. */
    private static boolean isBlock(String value) {
        if (value.indexOf('\n') < 1 || value.charAt(0) == ' ' || value.endsWith("\n\n")) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean printable = c == '\n' || c >= ' ' && c < 0x7f || c >= 0xa0 && !Character.isSurrogate(c)
                    && c != 0x2028 && c != 0x2029 && c != 0xfeff && c < 0xfffe;
            if (!printable) {
                return false;
            }
        }
        return true;
    }

    private static void block(String value, String indent, StringBuilder text) {
        boolean ended = value.endsWith("\n");
        text.append(ended ? " |\n" : " |-\n");
        int end = ended ? value.length() - 1 : value.length();
        for (int from = 0; from <= end; ) {
            int to = value.indexOf('\n', from);
            to = to < 0 || to > end ? end : to;
            text.append(to > from ? indent : "").append(value, from, to).append('\n');
            from = to + 1;
        }
    }

    private static void items(JsonArray array, String indent, StringBuilder text) {
        for (Json item : array.items()) {
            text.append(indent).append('-');
            if (item instanceof JsonObject object && !object.members().isEmpty()) {
                text.append(' ');
                members(object, indent + "  ", text);
            } else {
                value(item, indent, text);
            }
        }
    }

    private static String flat(Json json) {
        return json instanceof JsonObject ? "{}" : json instanceof JsonArray ? "[]"
                : json instanceof JsonString string ? scalar(string.value()) : JsonLines.scalar(json);
    }

    private static String scalar(String value) {
        boolean plain = !value.isEmpty() && PLAIN_FIRST.indexOf(value.charAt(0)) >= 0
                && !RESERVED.contains("|" + value.toLowerCase() + "|");
        for (int i = 0; i < value.length(); i++) {
            plain &= PLAIN.indexOf(value.charAt(i)) >= 0;
        }
        return plain ? value : JsonLines.quoted(value);
    }
}
