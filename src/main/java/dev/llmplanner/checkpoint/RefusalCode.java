package dev.llmplanner.checkpoint;

/** Why a file is refused. */
public enum RefusalCode {
    /** Not JSON; the path holds line and column. */
    NOT_JSON("not-json"),
    /** Not a GGUF file, or cut off inside its header. */
    NOT_GGUF("not-gguf"),
    /** More bytes, values or parameters than are read. */
    TOO_LARGE("too-large"),
    /** Deeper nested than is read. */
    TOO_DEEP("too-deep"),
    /** A name stands twice in one object. */
    DUPLICATE_FIELD("duplicate-field"),
    /** Neither a configuration nor a GGUF header was given. */
    NOTHING_GIVEN("nothing-given"),
    /** Another kind of value has to stand there. */
    WRONG_TYPE("wrong-type"),
    /** A count that isn't a whole number. */
    NOT_WHOLE("not-whole"),
    OUT_OF_RANGE("out-of-range"),
    /** A needed field is absent; allowed has the names it may have. */
    MISSING_FIELD("missing-field"),
    /** Two fields that mean the same differ; allowed has the other's path. */
    FIELDS_DISAGREE("fields-disagree"),
    /** It has to divide another figure; allowed has that one's path. */
    DOES_NOT_DIVIDE("does-not-divide"),
    /** A list with one entry per layer has another length. */
    WRONG_LENGTH("wrong-length"),
    /** The layers differ in a figure that the catalog holds once. */
    VARIES_BY_LAYER("varies-by-layer"),
    /** Not one of the values that are understood. */
    UNKNOWN_VALUE("unknown-value"),
    /** A field that could change the architecture and isn't understood. */
    UNKNOWN_FIELD("unknown-field"),
    /** An architecture that isn't read. */
    UNKNOWN_ARCHITECTURE("unknown-architecture"),
    /** A file of the user's own model of another kind or version. */
    NOT_OWN_MODEL("not-own-model");

    private final String code;

    RefusalCode(String code) {
        this.code = code;
    }

    /** Lower-kebab, stable. */
    public String code() {
        return code;
    }
}
