package dev.llmplanner.engine.cost;

/** Where a figure comes from. */
public enum Origin {
    /** A source says so. */
    PUBLISHED,
    /** It follows from published figures by a rule that docs/model states. */
    DERIVED,
    /** The reader wrote it. */
    YOURS;

    /** The origin of what is computed of the two: the reader's own prevails, then what is derived. */
    public Origin and(Origin other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
