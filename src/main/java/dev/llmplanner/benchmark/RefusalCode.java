package dev.llmplanner.benchmark;

/** Why a file, or one run of it, can't be used. */
public enum RefusalCode {
    /** Nothing but white space. */
    EMPTY("empty"),
    /** Longer than {@link BenchmarkReader#MOST_CHARACTERS}. */
    TOO_LARGE("too-large"),
    /** Nested deeper than any of the tools writes. */
    TOO_DEEP("too-deep"),
    /** More runs than {@link BenchmarkReader#MOST_RUNS}. */
    TOO_MANY_RUNS("too-many-runs"),
    /** Begins like JSON and isn't. */
    NOT_JSON("not-json"),
    /** None of the kinds that are read. */
    UNKNOWN_KIND("unknown-kind"),
    /** A figure that isn't a number, is negative, or is beyond anything measurable. */
    WRONG_VALUE("wrong-value"),
    /** No request was completed, or no latency and no throughput stands there. */
    NOTHING_MEASURED("nothing-measured");

    private final String code;

    RefusalCode(String code) {
        this.code = code;
    }

    /** The name in messages. */
    public String code() {
        return code;
    }
}
