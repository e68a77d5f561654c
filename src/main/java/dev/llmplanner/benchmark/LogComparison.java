package dev.llmplanner.benchmark;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import java.util.OptionalDouble;

/**
 * A start-up log set against the estimate: measured divided by estimated.
 *
 * @param weightsFraction of bytes on one GPU
 * @param tokensFraction  of the tokens that the KV cache holds
 */
public record LogComparison(OptionalDouble weightsFraction, OptionalDouble tokensFraction) {

    /** That log against that estimate. Each rank of attention data parallelism prints its own tokens. */
    public static LogComparison of(LogFacts log, MemoryPerGpu memory, KvCacheFigures cache, ParallelLayout layout) {
        return new LogComparison(
                ratio(log.weightsBytes(), memory.weightsBytes()),
                ratio(log.kvCacheTokens(), cache.tokenCapacity() / layout.attentionDataParallel()));
    }

    private static OptionalDouble ratio(OptionalDouble measured, double estimated) {
        return measured.isPresent() && estimated > 0
                ? OptionalDouble.of(measured.getAsDouble() / estimated) : OptionalDouble.empty();
    }
}
