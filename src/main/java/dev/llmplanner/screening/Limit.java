package dev.llmplanner.screening;

/** What keeps a configuration from serving one more user on a replica. */
public enum Limit {
    /** Weights and one request don't fit. */
    MEMORY("memory"),
    /** The KV cache is full: one more would wait. */
    KV_CACHE("kv-cache"),
    /** The engine runs no more sequences together. */
    ENGINE_BATCH("engine-batch"),
    TTFT("ttft"),
    TPOT("tpot"),
    /** No layout of these GPUs divides the model. */
    LAYOUT("layout"),
    /** The contract refuses the request: context beyond the model, … */
    REQUEST("request"),
    UNKNOWN_FACT("unknown-fact");

    private final String code;

    Limit(String code) {
        this.code = code;
    }

    /** The name in messages and links. */
    public String code() {
        return code;
    }
}
