package dev.llmplanner.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;

/** One line of a log. Numbers are read digit by digit: {@code 1,823,372}, {@code 12.74}. */
record LogLine(String text) {

    private static final int DIGITS = 15;

    boolean has(String marker) {
        return text.contains(marker);
    }

    /** The number right after the marker; spaces between them don't count. */
    OptionalDouble after(String marker) {
        int at = text.indexOf(marker);
        return at < 0 ? OptionalDouble.empty() : number(at + marker.length());
    }

    /** The same where the unit GB or GiB follows: both engines print 2³⁰ bytes under either name. Bytes. */
    OptionalDouble gibibytesAfter(String marker) {
        int at = text.indexOf(marker);
        if (at < 0) {
            return OptionalDouble.empty();
        }
        int from = skip(at + marker.length());
        OptionalDouble value = number(from);
        int end = skip(end(from));
        boolean unit = text.startsWith("GB", end) || text.startsWith("GiB", end);
        return value.isPresent() && unit
                ? OptionalDouble.of(value.getAsDouble() * 1_073_741_824.0) : OptionalDouble.empty();
    }

    /** The number of a setting, written {@code name=4} or {@code 'name': 4}. */
    OptionalDouble setting(String name) {
        int at = value(name);
        return at < 0 ? OptionalDouble.empty() : number(at);
    }

    /** The word of a setting; absent for None, auto and null. */
    Optional<String> word(String name) {
        int at = value(name);
        if (at < 0) {
            return Optional.empty();
        }
        char quote = at < text.length() ? text.charAt(at) : ' ';
        boolean quoted = quote == '\'' || quote == '"';
        int from = quoted ? at + 1 : at;
        int to = from;
        while (to < text.length() && to - from < 200 && (quoted
                ? text.charAt(to) != quote : ",)} ]".indexOf(text.charAt(to)) < 0)) {
            to++;
        }
        String word = PlainText.name(text.substring(from, to));
        boolean said = !word.isEmpty() && !word.equals("None") && !word.equals("auto") && !word.equals("null");
        return said ? Optional.of(word) : Optional.empty();
    }

    /** The word right after the marker, up to white space or one of {@code ),}. */
    Optional<String> wordAfter(String marker) {
        int at = text.indexOf(marker);
        if (at < 0) {
            return Optional.empty();
        }
        int to = at + marker.length();
        while (to < text.length() && to - at < 200 && " ),\t\r".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return Optional.of(PlainText.name(text.substring(at + marker.length(), to))).filter(word -> !word.isEmpty());
    }

    /** Where the value of a setting begins, or −1. */
    private int value(String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (at > 0 && isWord(text.charAt(at - 1)) || end >= text.length()) {
                continue;
            }
            if (text.charAt(end) == '\'' || text.charAt(end) == '"') {
                end++;
            }
            if (end < text.length() && (text.charAt(end) == '=' || text.charAt(end) == ':')) {
                return skip(end + 1);
            }
        }
        return -1;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private int skip(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private int end(int from) {
        int at = from;
        while (at < text.length() && (isDigit(at) || text.charAt(at) == '.' || text.charAt(at) == ',' && isDigit(at + 1))) {
            at++;
        }
        return at;
    }

    private OptionalDouble number(int start) {
        int from = skip(start);
        int to = end(from);
        double digits = 0;
        double scale = 1;
        int count = 0;
        boolean fraction = false;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '.') {
                if (fraction) {
                    break;
                }
                fraction = true;
            } else if (c != ',') {
                digits = digits * 10 + (c - '0');
                scale = fraction ? scale * 10 : scale;
                count++;
            }
        }
        return count > 0 && count <= DIGITS ? OptionalDouble.of(digits / scale) : OptionalDouble.empty();
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
