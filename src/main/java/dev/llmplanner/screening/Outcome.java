package dev.llmplanner.screening;

/** What a configuration does for a model. */
public enum Outcome {
    /** All users, within the targets. */
    SERVES("serves"),
    /** Some users, within the targets. */
    SERVES_FEWER("serves-fewer"),
    /** It fits, but not even one user is within the targets. */
    TOO_SLOW("too-slow"),
    DOES_NOT_FIT("does-not-fit"),
    /** No layout is legal, or the terms are beyond the model. */
    CANNOT_RUN("cannot-run"),
    /** A fact is missing. */
    UNKNOWN("unknown");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** The name in messages and links. */
    public String code() {
        return code;
    }
}
