package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.memory.MemoryPlan;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A worker that prefills or decodes, which fits and whose speed is known: what it can't exceed, and pools of it with others.
 * Its steps are laid out once for all pools.
 */
public final class PoolWorker {

    private final Deployment deployment;
    private final MemoryPlan memory;
    private final Knowledge knowledge;
    private final StepTimes steps;

    PoolWorker(Deployment deployment, MemoryPlan memory, Knowledge knowledge, StepTimes steps) {
        this.deployment = deployment;
        this.memory = memory;
        this.knowledge = knowledge;
        this.steps = steps;
    }

    public Deployment deployment() {
        return deployment;
    }

    /** Requests that decode on it together at most. */
    public double mostRunning() {
        return memory.maxRunningBatch();
    }

    /** A decode step per token of one sequence, seconds. */
    public double decodeSecondsPerToken(double running) {
        return steps.decodeSecondsPerToken(running);
    }

    /** Seconds that a prompt keeps it busy at least: in whole chunks, since a step of n times the prompts takes at most n times as long. */
    public double leastServiceSeconds() {
        return prefill(Double.POSITIVE_INFINITY).serviceSeconds();
    }

    /** TTFT at least, where the prompt waits for nobody and its cache needn't travel. */
    public double leastTtftSeconds() {
        PoolCalibration pools = knowledge.pools();
        return pools.fixedSeconds() + pools.prefillFactor() * prefill(1).promptSeconds();
    }

    private StepTimes.Prefill prefill(double prompts) {
        return steps.prefill(Math.min(
                deployment.limits().maxBatchedTokens(), deployment.workload().computedInputTokens() * prompts));
    }

    /**
     * So many of this worker that prefill for so many others that decode, at any load; empty where the link that caches
     * travel over isn't known.
     */
    public Optional<LoadCurve> curve(int workers, PoolWorker decode, int decodeWorkers) {
        DisaggregatedPair pair = new DisaggregatedPair(deployment, workers, decode.deployment, decodeWorkers);
        OptionalDouble transfer = DisaggregatedEstimator.transferSeconds(pair, knowledge.pools());
        return transfer.isEmpty() ? Optional.empty() : Optional.of(new PoolCurve(new DisaggregatedServing(
                pair, decode.memory, knowledge.pools(), steps, decode.steps, transfer.getAsDouble())));
    }
}
