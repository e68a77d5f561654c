package dev.llmplanner.json;

/** A JSON value that isn't what its place asks for. */
public final class JsonShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expected;

    /**
     * @param path     where, as {@code workload.inputTokens}
     * @param expected what may stand there, in a few words
     * @param found    what stands there
     */
    public JsonShapeException(String path, String expected, String found) {
        super((path.isEmpty() ? "the document" : path) + " is " + found + "; write " + expected);
        this.path = path;
        this.expected = expected;
    }

    public String path() {
        return path;
    }

    public String expected() {
        return expected;
    }
}
