package dev.llmplanner.engine.model;

/**
 * Which degree of parallelism divides a tensor.
 *
 * @param kind    the rule
 * @param kvHeads heads that can be divided, for {@link Kind#KV_HEADS}; 0 otherwise
 */
public record Sharding(Kind kind, int kvHeads) {

    /** On every GPU whole. */
    public static final Sharding REPLICATED = new Sharding(Kind.REPLICATED, 0);

    /** Divided by attention's tensor parallelism. */
    public static final Sharding HEADS = new Sharding(Kind.HEADS, 0);

    /** Divided by all GPUs of a stage. */
    public static final Sharding FEED_FORWARD = new Sharding(Kind.FEED_FORWARD, 0);

    /** Divided by all GPUs of a stage: by expert parallelism, and inside an expert by what is left. */
    public static final Sharding EXPERTS = new Sharding(Kind.EXPERTS, 0);

    /** Divided by all GPUs of a stage, or whole on each under attention data parallelism. */
    public static final Sharding SHARED_EXPERTS = new Sharding(Kind.SHARED_EXPERTS, 0);

    /** Rows of the vocabulary, divided by attention's tensor parallelism. */
    public static final Sharding VOCABULARY = new Sharding(Kind.VOCABULARY, 0);

    /** The rule. */
    public enum Kind {
        REPLICATED,
        HEADS,
        KV_HEADS,
        FEED_FORWARD,
        EXPERTS,
        SHARED_EXPERTS,
        VOCABULARY
    }

    /** Divided by tensor parallelism until each rank holds one of {@code kvHeads}, then replicated. */
    public static Sharding kvHeads(int kvHeads) {
        return new Sharding(Kind.KV_HEADS, kvHeads);
    }
}
