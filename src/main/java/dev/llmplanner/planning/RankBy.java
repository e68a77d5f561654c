package dev.llmplanner.planning;

/** The figure that plans are ranked by; less is better of each. */
public enum RankBy {
    COST_PER_MILLION_OUTPUT_TOKENS("cost-per-million-output-tokens"),
    PURCHASE("purchase"),
    /** Typical watts of servers and switches. */
    POWER("power"),
    /** GPUs that are bought. */
    GPUS("gpus"),
    /** The greatest share of a latency limit that is used up; the mean time per token where there is no limit. */
    LATENCY_MARGIN("latency-margin");

    private final String code;

    RankBy(String code) {
        this.code = code;
    }

    /** The name in requests. */
    public String code() {
        return code;
    }

    boolean isMoney() {
        return this == COST_PER_MILLION_OUTPUT_TOKENS || this == PURCHASE;
    }
}
