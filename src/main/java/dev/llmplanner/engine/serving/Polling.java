package dev.llmplanner.engine.serving;

/**
 * Decode steps between two looks of a scheduler for new requests, as a benchmark sets them: SGLang's
 * {@code --scheduler-recv-interval}, 10 with few requests in flight and 30 with many in the published runs. A server that
 * nobody tuned looks in every step.
 *
 * @param few  steps up to {@link #FEW_REQUESTS} in flight
 * @param many steps from {@link #MANY_REQUESTS} on; between them evenly
 */
public record Polling(double few, double many) {

    static final double FEW_REQUESTS = 8;
    static final double MANY_REQUESTS = 16;

    /** Steps between two looks with that many requests in flight. */
    public double steps(double requests) {
        double share = (requests - FEW_REQUESTS) / (MANY_REQUESTS - FEW_REQUESTS);
        return few + (many - few) * Math.min(1, Math.max(0, share));
    }
}
