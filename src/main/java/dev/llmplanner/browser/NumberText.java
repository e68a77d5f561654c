package dev.llmplanner.browser;

import org.teavm.jso.JSBody;

/** A double as JavaScript writes it, for messages that report a bug. The build puts it in the place of Java's own. */
public final class NumberText {

    private NumberText() {
    }

    /** The shortest text that reads back as the same double. */
    public static String of(double value) {
        return text(value);
    }

    @JSBody(params = "value", script = "return String(value);")
    private static native String text(double value);
}
