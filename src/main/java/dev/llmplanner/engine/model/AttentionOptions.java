package dev.llmplanner.engine.model;

/**
 * What a softmax attention adds to its projections.
 *
 * @param sharesKv                reuses the keys and values of an earlier layer, and caches none of its own
 * @param sinkTokens              learned key-value pairs that every sequence sees
 * @param extraParametersPerLayer parameters of small parts that have no field of their own
 */
public record AttentionOptions(
        QkNorm qkNorm,
        OutputGate outputGate,
        boolean qkvBias,
        boolean outputBias,
        boolean sinks,
        boolean sharesKv,
        int sinkTokens,
        int extraParametersPerLayer) {

    /** Plain projections. */
    public static final AttentionOptions PLAIN =
            new AttentionOptions(QkNorm.NONE, OutputGate.NONE, false, false, false, false, 0, 0);
}
