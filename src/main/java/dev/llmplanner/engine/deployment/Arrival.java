package dev.llmplanner.engine.deployment;

/** How requests arrive. */
public enum Arrival {
    /** Independent users: exponential gaps. */
    POISSON("poisson"),
    /** A benchmark that keeps a fixed number in flight and starts with all of them at once. */
    CLOSED_LOOP("closed-loop");

    private final String code;

    Arrival(String code) {
        this.code = code;
    }

    /** The name that requests use. */
    public String code() {
        return code;
    }
}
