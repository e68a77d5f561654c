package dev.llmplanner.engine.deployment;

import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.model.Architecture;
import java.util.Optional;

/**
 * One replica to judge, with every default chosen.
 *
 * @param engineVersion absent: the newest rules
 */
public record Deployment(
        Architecture architecture,
        Accelerator accelerator,
        Interconnect interconnect,
        ServingEngine engine,
        Optional<EngineVersion> engineVersion,
        WeightRecipe weights,
        KvFormat kvFormat,
        ParallelLayout layout,
        Workload workload,
        EngineLimits limits) {

    /** The same deployment of another architecture. */
    public Deployment with(Architecture other) {
        return new Deployment(
                other, accelerator, interconnect, engine, engineVersion, weights, kvFormat, layout, workload, limits);
    }

    /** The same deployment with another workload. */
    public Deployment with(Workload other) {
        return new Deployment(
                architecture, accelerator, interconnect, engine, engineVersion, weights, kvFormat, layout, other,
                limits);
    }
}
