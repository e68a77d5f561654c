package dev.llmplanner.contract;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request that was read and checked, with every default but the layout filled in.
 *
 * @param weightsCode       as written, or native
 * @param recipe            formats of that checkpoint
 * @param gpus              absent: the fewest that fit
 * @param layout            absent: to be chosen
 * @param lengthFactor      true mean lengths are nominal × this
 * @param pools             prefill and decode on GPUs of their own, where that is asked for
 */
record ResolvedRequest(
        ModelEntry model,
        Hardware hardware,
        ServingEngine engine,
        Optional<EngineVersion> engineVersion,
        String weightsCode,
        WeightRecipe recipe,
        KvFormat kvFormat,
        OptionalInt gpus,
        Optional<ParallelLayout> layout,
        Workload workload,
        double lengthFactor,
        EngineLimits limits,
        Optional<PoolRequests> pools) {

    /** Both pools of a disaggregated request. */
    record PoolRequests(PoolRequest prefill, PoolRequest decode) {}

    /** The same request on that hardware, whose size class is the same. */
    ResolvedRequest with(Hardware other) {
        return new ResolvedRequest(
                model, other, engine, engineVersion, weightsCode, recipe, kvFormat, gpus, layout, workload, lengthFactor,
                limits, pools);
    }

    /** The same request under that load. */
    ResolvedRequest with(Workload.Load load) {
        return new ResolvedRequest(
                model, hardware, engine, engineVersion, weightsCode, recipe, kvFormat, gpus, layout, workload.with(load),
                lengthFactor, limits, pools);
    }

    /** The same request for one worker of that pool. */
    ResolvedRequest of(PoolRequest pool) {
        return new ResolvedRequest(
                model, hardware, engine, engineVersion, weightsCode, recipe, kvFormat, pool.gpus(),
                pool.layout(), workload, lengthFactor, limits, Optional.empty());
    }
}
