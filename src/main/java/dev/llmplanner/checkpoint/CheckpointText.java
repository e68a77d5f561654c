package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a JSON file as a tree. It reads what Python's json module writes, {@code NaN} and {@code Infinity} included:
 * published configurations hold them, and a browser's own parser refuses them. It bounds length and depth, and refuses a
 * name that stands twice. Whole numbers to 2⁵³ are exact; a fraction may differ in its last digit.
 */
public final class CheckpointText {

    /** A tree, or why there is none. */
    public record Parsed(Optional<Json> json, Optional<Refused> refused) {}

    private final String text;
    private int at;

    private CheckpointText(String text) {
        this.text = text;
    }

    /** The tree of {@code config.json}. */
    public static Parsed config(String text) {
        return parse(text, Limits.CONFIG_CHARACTERS);
    }

    /** The tree of {@code model.safetensors.index.json}. */
    public static Parsed index(String text) {
        return parse(text, Limits.INDEX_CHARACTERS);
    }

    private static Parsed parse(String text, int most) {
        try {
            if (text.length() > most) {
                throw Refusal.tooLarge("", text.length(), most);
            }
            CheckpointText parser = new CheckpointText(text);
            if (text.startsWith("\ufeff")) {
                parser.at = 1;
            }
            Json value = parser.value(1);
            parser.space();
            if (parser.at < text.length()) {
                throw parser.wrong();
            }
            return new Parsed(Optional.of(value), Optional.empty());
        } catch (Refusal refusal) {
            return new Parsed(Optional.empty(), Optional.of(refusal.refused()));
        }
    }

    private Json value(int depth) {
        if (depth > Limits.DEPTH) {
            throw Refusal.of(RefusalCode.TOO_DEEP, place(), Integer.toString(Limits.DEPTH));
        }
        space();
        char c = peek();
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        if (c == '"') {
            return new JsonString(string());
        }
        if (c == '-' || c >= '0' && c <= '9') {
            return number();
        }
        if (word("true")) {
            return new JsonBoolean(true);
        }
        if (word("false")) {
            return new JsonBoolean(false);
        }
        if (word("null")) {
            return JsonNull.NULL;
        }
        if (word("NaN")) {
            return new JsonNumber(Double.NaN);
        }
        if (word("Infinity")) {
            return new JsonNumber(Double.POSITIVE_INFINITY);
        }
        throw wrong();
    }

    private Json object(int depth) {
        at++;
        Map<String, Json> members = new LinkedHashMap<>();
        space();
        if (peek() == '}') {
            at++;
            return new JsonObject(members);
        }
        while (true) {
            space();
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw Refusal.of(RefusalCode.DUPLICATE_FIELD, name);
            }
            space();
            if (peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            expect(',');
        }
    }

    private Json array(int depth) {
        at++;
        List<Json> items = new ArrayList<>();
        space();
        if (peek() == ']') {
            at++;
            return new JsonArray(items);
        }
        while (true) {
            items.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new JsonArray(items);
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        StringBuilder all = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return all.toString();
            }
            if (c < ' ') {
                at--;
                throw wrong();
            }
            all.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = "0123456789abcdef".indexOf(lower(peek()));
                    if (digit < 0) {
                        throw wrong();
                    }
                    code = code * 16 + digit;
                    at++;
                }
                return (char) code;
            default:
                at--;
                throw wrong();
        }
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'F' ? (char) (c + 32) : c;
    }

    private Json number() {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
            if (word("Infinity")) {
                return new JsonNumber(Double.NEGATIVE_INFINITY);
            }
        }
        int first = at;
        double value = digits(0);
        if (at - first > 1 && text.charAt(first) == '0') {
            throw wrong();
        }
        int exponent = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int before = at;
            value = digits(value);
            exponent = before - at;
        }
        if (at < text.length() && lower(text.charAt(at)) == 'e' || at < text.length() && text.charAt(at) == 'E') {
            at++;
            boolean down = at < text.length() && text.charAt(at) == '-';
            if (down || at < text.length() && text.charAt(at) == '+') {
                at++;
            }
            double stated = Math.min(digits(0), 9999);
            exponent += (int) (down ? -stated : stated);
        }
        value = scaled(value, exponent);
        return new JsonNumber(negative ? -value : value);
    }

    private double digits(double value) {
        int first = at;
        double all = value;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            all = all * 10 + (text.charAt(at) - '0');
            at++;
        }
        if (at == first) {
            throw wrong();
        }
        return all;
    }

    private static double scaled(double value, int exponent) {
        if (value == 0) {
            return 0;
        }
        double power = 1;
        for (int i = Math.min(Math.abs(exponent), 700); i > 0; i--) {
            power *= 10;
        }
        return exponent < 0 ? value / power : value * power;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean word(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private Refusal wrong() {
        return Refusal.of(RefusalCode.NOT_JSON, place());
    }

    /** Line and column, from 1. */
    private String place() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at && i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return line + ":" + column;
    }
}
