package dev.llmplanner.view.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a link after its question mark: names and texts, readable wherever a browser allows.
 *
 * @param texts  by name, in order
 * @param broken pieces that could not be read
 */
public record Query(Map<String, String> texts, List<String> broken) {
    private static final String READABLE = "-_.~:/,*";
    private static final String HEX = "0123456789ABCDEF";

    public Query {
        texts = new LinkedHashMap<>(texts);
        broken = List.copyOf(broken);
    }

    /** Reads {@code name=text&name=text}; a name that stands twice keeps the last text. */
    public static Query parse(String query) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        int at = 0;
        while (at <= query.length()) {
            int end = query.indexOf('&', at);
            String piece = query.substring(at, end < 0 ? query.length() : end);
            int equals = piece.indexOf('=');
            String text = equals < 1 ? null : decode(piece.substring(equals + 1));
            if (text != null) {
                texts.put(piece.substring(0, equals), text);
            } else if (!piece.isEmpty()) {
                broken.add(piece);
            }
            at = end < 0 ? query.length() + 1 : end + 1;
        }
        return new Query(texts, broken);
    }

    /** The text that {@link #parse} reads back. */
    public String write() {
        StringBuilder out = new StringBuilder();
        texts.forEach((name, text) -> {
            out.append(out.length() == 0 ? "" : "&").append(name).append('=');
            encode(text, out);
        });
        return out.toString();
    }

    private static void encode(String text, StringBuilder out) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || READABLE.indexOf(c) >= 0) {
                out.append(c);
            } else if (point < 0x80) {
                octet(point, out);
            } else if (point < 0x800) {
                octet(0xc0 | point >> 6, out);
                octet(0x80 | point & 0x3f, out);
            } else if (point < 0x10000) {
                octet(0xe0 | point >> 12, out);
                octet(0x80 | point >> 6 & 0x3f, out);
                octet(0x80 | point & 0x3f, out);
            } else {
                octet(0xf0 | point >> 18, out);
                octet(0x80 | point >> 12 & 0x3f, out);
                octet(0x80 | point >> 6 & 0x3f, out);
                octet(0x80 | point & 0x3f, out);
            }
        }
    }

    private static void octet(int value, StringBuilder out) {
        out.append('%').append(HEX.charAt(value >> 4 & 15)).append(HEX.charAt(value & 15));
    }

    /** The text, or null where a percent sign or the UTF-8 behind it is broken. */
    private static String decode(String coded) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < coded.length()) {
            char c = coded.charAt(at);
            if (c != '%') {
                out.append(c == '+' ? ' ' : c);
                at++;
                continue;
            }
            int first = octet(coded, at);
            int more = first < 0 ? -1 : first < 0x80 ? 0 : first >> 5 == 6 ? 1 : first >> 4 == 14 ? 2
                    : first >> 3 == 30 ? 3 : -1;
            if (more < 0) {
                return null;
            }
            int point = more == 0 ? first : first & 0x3f >> more;
            at += 3;
            for (int i = 0; i < more; i++) {
                int next = octet(coded, at);
                if (next >> 6 != 2) {
                    return null;
                }
                point = point << 6 | next & 0x3f;
                at += 3;
            }
            if (!Character.isValidCodePoint(point)) {
                return null;
            }
            out.appendCodePoint(point);
        }
        return out.toString();
    }

    private static int octet(String coded, int at) {
        if (at + 2 >= coded.length() || coded.charAt(at) != '%') {
            return -1;
        }
        int high = digit(coded.charAt(at + 1));
        int low = digit(coded.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int digit(char c) {
        return HEX.indexOf(c >= 'a' && c <= 'f' ? (char) (c - 'a' + 'A') : c);
    }
}
