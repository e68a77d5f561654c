package dev.llmplanner.json;

/** How deep a text of JSON is nested, counted without reading it: readers follow the depth, and may end on it. */
public final class JsonDepth {

    private JsonDepth() {}

    /** The most arrays and objects that are open at once; of a text that isn't JSON, any number. */
    public static int of(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return deepest;
    }
}
