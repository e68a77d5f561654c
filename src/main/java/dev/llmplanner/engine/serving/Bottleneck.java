package dev.llmplanner.engine.serving;

/** What limits output: the largest share of the decode step, unless requests queue or prefill takes more. */
public enum Bottleneck {
    MEMORY_BANDWIDTH("memory-bandwidth"),
    COMPUTE("compute"),
    INTERCONNECT("interconnect"),
    /** Fixed latency of kernels, launches, the host's step. */
    OVERHEAD("overhead"),
    KV_CAPACITY("kv-capacity"),
    PREFILL("prefill");

    private final String code;

    Bottleneck(String code) {
        this.code = code;
    }

    /** The name that results use. */
    public String code() {
        return code;
    }
}
