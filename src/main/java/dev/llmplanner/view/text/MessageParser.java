package dev.llmplanner.view.text;

import dev.llmplanner.view.text.Message.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one message. One pass, one character ahead; used once. */
final class MessageParser {
    private static final char END = '\uffff';
    private final String pattern;
    private int at;

    MessageParser(String pattern) {
        this.pattern = pattern;
    }

    List<Part> parse() {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0 && pattern.indexOf('\'') < 0) {
            return pattern.isEmpty() ? List.of() : List.of(new Part.Literal(pattern));
        }
        List<Part> parts = message(false);
        if (at < pattern.length()) {
            throw wrong("closing brace without an opening one");
        }
        return parts;
    }

    /** Up to the closing brace that ends this message, or the end. */
    private List<Part> message(boolean plural) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < pattern.length() && peek() != '}') {
            char c = pattern.charAt(at++);
            if (c == '\'') {
                quoted(plural, literal);
            } else if (c == '{') {
                flush(literal, parts);
                parts.add(argument());
            } else if (c == '#' && plural) {
                flush(literal, parts);
                parts.add(new Part.Counted());
            } else {
                literal.append(c);
            }
        }
        flush(literal, parts);
        return List.copyOf(parts);
    }

    /** After an apostrophe: doubled it is itself, before syntax it quotes up to the next single one, else it is itself. */
    private void quoted(boolean plural, StringBuilder literal) {
        char next = peek();
        if (next == '\'') {
            at++;
            literal.append('\'');
        } else if (next == '{' || next == '}' || next == '#' && plural) {
            while (at < pattern.length()) {
                char c = pattern.charAt(at++);
                if (c == '\'' && peek() != '\'') {
                    return;
                }
                if (c == '\'') {
                    at++;
                }
                literal.append(c);
            }
        } else {
            literal.append('\'');
        }
    }

    private Part argument() {
        String name = word("argument name");
        if (skip() == '}') {
            at++;
            return new Part.Plain(name);
        }
        expect(',');
        String type = word("argument type");
        Part part;
        switch (type) {
            case "number" -> part = new Part.Number(name, style());
            case "plural" -> part = plural(name);
            case "select" -> part = select(name);
            default -> throw wrong("unknown argument type " + type);
        }
        expect('}');
        return part;
    }

    private String style() {
        if (skip() != ',') {
            return "";
        }
        at++;
        String style = word("number style");
        if (!style.equals("integer") && !style.equals("percent")) {
            throw wrong("unknown number style " + style);
        }
        return style;
    }

    private Part plural(String name) {
        expect(',');
        int offset = 0;
        skip();
        if (pattern.startsWith("offset:", at)) {
            at += "offset:".length();
            offset = Integer.parseInt(word("offset"));
        }
        Map<Double, List<Part>> exact = new LinkedHashMap<>();
        return new Part.Plural(name, offset, exact, branches(true, exact));
    }

    private Part select(String name) {
        expect(',');
        return new Part.Select(name, branches(false, Map.of()));
    }

    /** Selectors with their messages, up to the closing brace of the argument. */
    private Map<String, List<Part>> branches(boolean plural, Map<Double, List<Part>> exact) {
        Map<String, List<Part>> branches = new LinkedHashMap<>();
        while (skip() != '}') {
            boolean isExact = plural && peek() == '=';
            at += isExact ? 1 : 0;
            String selector = word("selector");
            expect('{');
            List<Part> branch = message(plural);
            expect('}');
            Object before = isExact
                    ? exact.put((double) Integer.parseInt(selector), branch)
                    : branches.put(selector, branch);
            if (before != null) {
                throw wrong("selector given twice: " + selector);
            }
        }
        if (!branches.containsKey("other")) {
            throw wrong("no branch for other");
        }
        return branches;
    }

    private String word(String what) {
        skip();
        int start = at;
        while (at < pattern.length() && isWord(peek())) {
            at++;
        }
        if (at == start) {
            throw wrong(what + " expected");
        }
        return pattern.substring(start, at);
    }

    /** Names are ASCII: the tables that know all letters would cost the page several kilobytes. */
    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private void expect(char c) {
        if (skip() != c) {
            throw wrong("'" + c + "' expected");
        }
        at++;
    }

    /** The next character that is not white space. */
    private char skip() {
        while (at < pattern.length() && (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r')) {
            at++;
        }
        return peek();
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : END;
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (literal.length() > 0) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("message at character " + at + ": " + what + ": " + pattern);
    }
}
