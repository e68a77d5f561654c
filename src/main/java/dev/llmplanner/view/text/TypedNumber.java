package dev.llmplanner.view.text;

import java.util.Optional;

/**
 * Cleans what a person typed into a plain number literal.
 *
 * <p>English and Chinese both write a point before decimals and commas between thousands, and a Chinese input method may
 * leave the full-width forms. Blanks may group too. A comma counts only where a group of three digits follows:
 * {@code 1,5} could mean 1.5 or 15, so it is refused instead of guessed.
 */
final class TypedNumber {

    private TypedNumber() {
    }

    /** Sign, digits, point, exponent; empty if the text is no number. */
    static Optional<String> literal(String typed) {
        String text = narrow(typed.trim());
        int length = text.length();
        StringBuilder out = new StringBuilder();
        int at = 0;
        if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            if (text.charAt(at) == '-') {
                out.append('-');
            }
            at++;
        }
        int wholeStart = at;
        int sinceGroup = -1;
        int digits = 0;
        while (at < length && (isDigit(text.charAt(at)) || text.charAt(at) == ',')) {
            char c = text.charAt(at++);
            if (c == ',') {
                int run = sinceGroup < 0 ? at - 1 - wholeStart : sinceGroup;
                if (run == 0 || run > 3 || sinceGroup >= 0 && run != 3) {
                    return Optional.empty();
                }
                sinceGroup = 0;
            } else {
                out.append(c);
                digits++;
                sinceGroup += sinceGroup >= 0 ? 1 : 0;
            }
        }
        if (sinceGroup >= 0 && sinceGroup != 3) {
            return Optional.empty();
        }
        if (at < length && text.charAt(at) == '.') {
            out.append(digits == 0 ? "0." : ".");
            int from = ++at;
            while (at < length && isDigit(text.charAt(at))) {
                out.append(text.charAt(at++));
            }
            if (at == from) {
                out.setLength(out.length() - 1);
            }
            digits += at - from;
        }
        if (digits == 0) {
            return Optional.empty();
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            out.append('e');
            at++;
            if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                out.append(text.charAt(at++));
            }
            int from = at;
            while (at < length && isDigit(text.charAt(at))) {
                out.append(text.charAt(at++));
            }
            if (at == from) {
                return Optional.empty();
            }
        }
        return at == length ? Optional.of(out.toString()) : Optional.empty();
    }

    /** Full-width forms become ASCII; a blank between digits becomes a comma, so that it must group by three as well. */
    private static String narrow(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uff01' && c <= '\uff5e') {
                out.append((char) (c - 0xfee0));
            } else if (c == '\u3002') {
                out.append('.');
            } else if (c == '\u2212') {
                out.append('-');
            } else if (c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\u3000') {
                out.append(',');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
