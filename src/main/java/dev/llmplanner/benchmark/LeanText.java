package dev.llmplanner.benchmark;

import java.util.Set;

/**
 * A result file without what the planner doesn't need, in one pass over its text.
 *
 * <p>Lists with an entry per request or token ({@code --save-detailed}, {@code --output-details}, GuideLLM's requests) become
 * {@code null}: they are nearly all of a large file, and a tree of millions of numbers would hold the browser up. So do
 * {@code NaN} and {@code Infinity}, which Python's json module writes (SGLang's {@code request_rate}) and JSON doesn't know.
 * It checks no grammar beyond that: the parser that reads the rest does. Line breaks outside of texts stay.
 */
final class LeanText {

    /** Nesting that a browser's parser and the tree bear; the tools stay below 20. */
    static final int DEPTH = 64;

    private static final Set<String> PER_REQUEST = Set.of("input_lens", "output_lens", "ttfts", "itls", "start_times",
            "generated_texts", "errors", "latencies", "queue_times", "requests", "request_samples", "timeslices");

    private final String text;
    private final StringBuilder lean = new StringBuilder();
    private int at;
    private int kept;
    private int depth;
    private boolean tooDeep;

    private LeanText(String text) {
        this.text = text;
    }

    /** What is left. */
    record Result(String text, boolean tooDeep) {}

    static Result of(String text) {
        LeanText pass = new LeanText(text);
        pass.run();
        return new Result(pass.lean.toString(), pass.tooDeep);
    }

    private void run() {
        while (at < text.length() && !tooDeep) {
            char c = text.charAt(at);
            if (c == '"') {
                member();
            } else if (c == '{' || c == '[') {
                deeper();
            } else if (c == '}' || c == ']') {
                depth--;
                at++;
            } else if (c == 'N' || c == 'I') {
                literal(at, c == 'N' ? "NaN" : "Infinity");
            } else if (c == '-' && at + 1 < text.length() && text.charAt(at + 1) == 'I') {
                literal(at, "-Infinity");
            } else {
                at++;
            }
        }
        lean.append(text, kept, text.length());
    }

    private void deeper() {
        depth++;
        at++;
        tooDeep = depth > DEPTH;
    }

    private void literal(int from, String name) {
        if (text.startsWith(name, from)) {
            replace(from, from + name.length());
        } else {
            at++;
        }
    }

    /** A text; where it names a list per request, that list too. */
    private void member() {
        int from = at + 1;
        skipText();
        int to = at - 1;
        if (to - from > 20 || to <= from || !PER_REQUEST.contains(text.substring(from, to))) {
            return;
        }
        int value = at;
        while (value < text.length() && (isSpace(text.charAt(value)) || text.charAt(value) == ':')) {
            value++;
        }
        if (value > at && value < text.length() && (text.charAt(value) == '[' || text.charAt(value) == '{')) {
            at = value;
            skipNested();
            replace(value, at);
        }
    }

    private void skipNested() {
        int open = 0;
        while (at < text.length() && !tooDeep) {
            char c = text.charAt(at);
            if (c == '"') {
                skipText();
                continue;
            }
            at++;
            if (c == '{' || c == '[') {
                open++;
                tooDeep = depth + open > DEPTH;
            } else if (c == '}' || c == ']') {
                open--;
                if (open == 0) {
                    return;
                }
            }
        }
    }

    private void skipText() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return;
            }
        }
        at = text.length();
    }

    private void replace(int from, int to) {
        lean.append(text, kept, from).append("null");
        kept = to;
        at = to;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
