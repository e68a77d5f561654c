package dev.llmplanner.browser;

import org.teavm.jso.JSBody;

/** Two texts in a row by JavaScript's own operator. The build puts it in the place of Java's {@code +}. */
public final class JoinedText {

    private JoinedText() {
    }

    /** Both in a row; a missing one is the word null. */
    public static String of(String first, String second) {
        return joined(first, second);
    }

    @JSBody(params = {"first", "second"}, script = "return '' + first + second;")
    private static native String joined(String first, String second);
}
