package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.memory.MemoryPlan;
import java.util.Optional;

/**
 * One layout under a number of requests in flight, without what only a reader of its whole answer wants: kernels, percentiles, the
 * longest context. What it says equals what {@link Estimator} says.
 *
 * <p>Lays its passes out once, for the rough rule and for the answer. Not safe to share between threads.
 */
public final class Glance {

    private final Glances glances;
    private final Deployment deployment;
    private final MemoryPlan memory;
    private AggregatedServing serving;

    /** Made by {@link Glances#at}. */
    Glance(Glances glances, Deployment deployment, MemoryPlan memory) {
        this.glances = glances;
        this.deployment = deployment;
        this.memory = memory;
    }

    private AggregatedServing serving() {
        if (serving == null) {
            serving = glances.serving(deployment, memory);
        }
        return serving;
    }

    public Deployment deployment() {
        return deployment;
    }

    /** Whether it fits and every fact is there that a speed needs. */
    private boolean hasSpeed() {
        return memory.shortfallBytes() <= 0 && glances.knowsSpeed();
    }

    /**
     * What to put layouts in order by: output tokens per second by a rough rule, or the largest batch where no speed is known.
     *
     * @param enough what a layout must exceed to be told apart: below it, the result is an upper bound
     */
    public double rank(double enough) {
        return glances.knowsSpeed()
                ? serving().roughOutputTokensPerSecond(concurrency(), enough) : memory.maxRunningBatch();
    }

    private double concurrency() {
        return Estimator.concurrency(deployment.workload());
    }

    /** Whether it holds them. */
    public Verdict verdict() {
        if (memory.shortfallBytes() > 0) {
            return Verdict.DOES_NOT_FIT;
        }
        double running = memory.runningBatch(concurrency());
        return concurrency() > running || Estimator.isNearlyFull(memory.at(running)) ? Verdict.TIGHT : Verdict.FITS;
    }

    /** Output tokens per second; absent where it doesn't fit or a fact is missing. */
    public Optional<Band> outputTokensPerSecondPerGpu() {
        if (!hasSpeed()) {
            return Optional.empty();
        }
        double outputs = serving().requestsPerSecond(concurrency()) * deployment.workload().outputTokens();
        return Optional.of(glances.quantiles().throughput().around(outputs / deployment.layout().gpus()));
    }

    /** Why it has no speed: what is missing of the memory, or the first fact that isn't there. */
    public Optional<Finding> reason() {
        if (memory.shortfallBytes() > 0) {
            return Optional.of(Estimator.shortfall(deployment, memory));
        }
        return glances.missing().stream().findFirst();
    }

    public Confidence confidence() {
        return Estimator.confidence(deployment, glances.knowledge(), hasSpeed());
    }
}
