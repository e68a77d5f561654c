package dev.llmplanner.handover.launch;

/** What follows an option: a text, or something that each host finds out when it starts. */
public sealed interface Value {

    /** For people: a text as it is, else the name of what each host finds out. */
    default String shown() {
        return this instanceof Text text ? text.text()
                : this instanceof Leader leader ? "LEADER_ADDRESS" + leader.suffix()
                : this instanceof Own ? "HOST_ADDRESS" : "NODE_RANK";
    }

    /** A text as it is. */
    record Text(String text) implements Value {}

    /**
     * The first host's address.
     *
     * @param suffix what follows it, such as a port
     */
    record Leader(String suffix) implements Value {}

    /** The host's own address. */
    record Own() implements Value {}

    /**
     * The host's rank, times a factor.
     *
     * @param factor ≥ 1
     */
    record Rank(int factor) implements Value {}
}
