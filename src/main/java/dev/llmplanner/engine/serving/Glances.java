package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.roofline.Precision;
import java.util.List;
import java.util.Optional;

/**
 * Answers to many layouts of one number of GPUs on one device, without what only a reader of one answer wants: the
 * operators, and advice. Verdict, memory, speed and confidence equal those of {@link Estimator}.
 */
public final class Glances {

    private final Knowledge knowledge;
    private final List<Finding> missing;
    private final Optional<Precision> precision;
    private final PassTable.Products products;

    private Glances(
            Knowledge knowledge, List<Finding> missing, Optional<Precision> precision, PassTable.Products products) {
        this.products = products;
        this.knowledge = knowledge;
        this.missing = missing;
        this.precision = precision;
    }

    /** Glances at layouts of as many GPUs as that deployment's. */
    public static Glances of(Deployment deployment, Knowledge knowledge) {
        return of(deployment, knowledge, new PassTable.Products());
    }

    /**
     * The same.
     *
     * @param products takes part of the tables of passes, as long as nobody clears it
     */
    public static Glances of(Deployment deployment, Knowledge knowledge, PassTable.Products products) {
        List<Finding> missing = MissingFacts.of(deployment, knowledge);
        return new Glances(knowledge, missing, missing.isEmpty()
                ? Precision.of(deployment.weights(), deployment.accelerator()) : Optional.empty(), products);
    }

    /** Whether every fact is there that a speed needs. */
    public boolean knowsSpeed() {
        return missing.isEmpty();
    }

    /** That layout under the load of its workload. */
    public Glance at(Deployment deployment, MemoryPlan memory) {
        return new Glance(this, deployment, memory);
    }

    /** The answer, whose list of operators is empty and whose findings hold no advice. */
    public Estimate estimate(Deployment deployment, MemoryPlan memory) {
        if (memory.shortfallBytes() > 0) {
            return Estimator.doesNotFit(deployment, memory, knowledge);
        }
        return knowsSpeed()
                ? Estimator.answered(deployment, memory, knowledge, steps(deployment), List.of())
                : Estimator.memoryOnly(deployment, memory, knowledge, missing);
    }

    /** That layout at any load. Its speed is known, and it fits. */
    public LoadCurve curve(Deployment deployment, MemoryPlan memory) {
        return new ReplicaCurve(
                serving(deployment, memory),
                memory.maxRunningBatch());
    }

    /** A worker of that layout, for pools. Its speed is known, and it fits. */
    public PoolWorker worker(Deployment deployment, MemoryPlan memory) {
        return new PoolWorker(deployment, memory, knowledge, steps(deployment));
    }

    /** Factors of the band around speeds of these layouts. */
    public Uncertainty.Quantiles quantiles() {
        return knowledge.uncertainty().in(knowledge.situation());
    }

    /** Facts that their speed needs and that aren't there. */
    public List<Finding> missing() {
        return missing;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    AggregatedServing serving(Deployment deployment, MemoryPlan memory) {
        return new AggregatedServing(deployment, memory, knowledge.calibration().orElseThrow(), steps(deployment));
    }

    private StepTimes steps(Deployment deployment) {
        return new StepTimes(deployment, precision.orElseThrow(), knowledge.calibration().orElseThrow(), false,
                products);
    }
}
