package dev.llmplanner.engine.serving;

/**
 * One replica at many loads, without what only a reader of one answer wants. Each point equals that of an estimate for the
 * same load.
 */
public interface LoadCurve {

    /** Requests that decode together at most: beyond, they queue for the KV pool or the engine. */
    double mostRunning();

    /** The point with that many requests in flight. */
    ServingPoint at(double concurrency);

    /**
     * Latency of that point alone, which is there sooner.
     *
     * @param quantile of TTFT over requests; 0: the mean
     * @param deviates standard deviations of a token's mean stall that are added to TPOT
     */
    Latency latency(double concurrency, double quantile, double deviates);

    /** Decode steps alone per token of one sequence, with that many decoding: TPOT is never less. */
    double decodeSecondsPerToken(double running);

    /** The most requests per second that can be sustained. */
    double highestRequestsPerSecond();

    /** The point at which that many finish per second; the one with the pool full where fewer do. */
    ServingPoint atRate(double requestsPerSecond);
}
