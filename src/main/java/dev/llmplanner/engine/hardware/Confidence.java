package dev.llmplanner.engine.hardware;

/** How well a record's planning figures are founded. Ordered: the least of several is their common confidence. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The weaker of the two. */
    public Confidence and(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
