package dev.llmplanner.view.scenario;

import java.util.List;

/**
 * Why a field's text can't be used.
 *
 * @param code    of the contract's error, or {@code not-a-number}, {@code missing}
 * @param allowed what may stand there
 * @param text    the text that can't be used
 */
public record Problem(String code, List<String> allowed, String text) {

    /** A number is needed and the text is none. */
    public static final String NOT_A_NUMBER = "not-a-number";
    /** Something is needed and the field is blank. */
    public static final String MISSING = "missing";
    /** A whole number is needed. */
    public static final String NOT_WHOLE = "not-whole";

    public Problem {
        allowed = List.copyOf(allowed);
    }
}
