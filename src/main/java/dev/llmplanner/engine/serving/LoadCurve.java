package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.memory.MemoryPlan;

/**
 * One replica at many loads, without what only a reader of one answer wants. Each point equals that of {@link Estimator}
 * for the same load.
 */
public final class LoadCurve {

    private final AggregatedServing serving;
    private final double mostRunning;

    LoadCurve(Deployment deployment, MemoryPlan memory, EngineCalibration calibration, StepTimes steps) {
        this.serving = new AggregatedServing(deployment, memory, calibration, steps);
        this.mostRunning = memory.maxRunningBatch();
    }

    /** Requests that decode together at most: beyond, they queue for the KV pool or the engine. */
    public double mostRunning() {
        return mostRunning;
    }

    /** The point with that many requests in flight. */
    public ServingPoint at(double concurrency) {
        return serving.atConcurrency(concurrency);
    }

    /** Decode steps alone per token of one sequence, with that many decoding: TPOT is never less. */
    public double decodeSecondsPerToken(double running) {
        return serving.decodeSecondsPerToken(running);
    }

    /** The most requests per second that can be sustained. */
    public double highestRequestsPerSecond() {
        return serving.highestRequestsPerSecond();
    }

    /** The point at which that many finish per second; the one with the pool full where fewer do. */
    public ServingPoint atRate(double requestsPerSecond) {
        return serving.atRate(requestsPerSecond);
    }
}
