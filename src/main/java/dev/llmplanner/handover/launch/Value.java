package dev.llmplanner.handover.launch;

/** What follows an option: a text, or something that each host finds out when it starts. */
public sealed interface Value {

    /** A text as it is. */
    record Text(String text) implements Value {}

    /**
     * The first host's address.
     *
     * @param suffix what follows it, such as a port
     */
    record Leader(String suffix) implements Value {}

    /**
     * The host's rank, times a factor.
     *
     * @param factor ≥ 1
     */
    record Rank(int factor) implements Value {}
}
