package dev.llmplanner.engine.deployment;

import java.util.Optional;

/**
 * What users ask of one replica.
 *
 * @param inputTokens  true mean prompt length, &gt; 0
 * @param outputTokens true mean answer length, ≥ 1
 * @param load         how much of it
 * @param arrival      how requests arrive
 * @param maxSequenceTokens prompt and answer of the longest request that is planned for
 * @param speculation  draft tokens that are verified together, where there are any
 * @param prefixCacheHitFraction share of a prompt whose KV cache is already there, [0, 1)
 */
public record Workload(
        double inputTokens,
        double outputTokens,
        double maxSequenceTokens,
        double prefixCacheHitFraction,
        Load load,
        Arrival arrival,
        Optional<Speculation> speculation) {

    /** The amount: requests in flight, or a rate. */
    public sealed interface Load permits Concurrency, Rate {}

    /** Requests in flight on the replica, waiting ones included; ≥ 1. */
    public record Concurrency(double requestsCount) implements Load {}

    /** Requests that arrive per second on the replica; &gt; 0. */
    public record Rate(double requestsPerSecond) implements Load {}

    /**
     * Speculative decoding.
     *
     * @param depth              draft tokens per step, ≥ 1
     * @param acceptanceFraction chance that a draft token is accepted where those before it were, [0, 1]
     */
    public record Speculation(int depth, double acceptanceFraction) {

        public Speculation {
            if (depth < 1 || !(acceptanceFraction >= 0 && acceptanceFraction <= 1)) {
                throw new IllegalArgumentException("depth " + depth + ", acceptance " + acceptanceFraction);
            }
        }

        /** Tokens that a step yields on average: {@code (1 − α^(g+1)) / (1 − α)}, which is {@code 1 + α + … + α^g}. */
        public double tokensPerStep() {
            double sum = 1;
            double chance = 1;
            for (int token = 0; token < depth; token++) {
                chance *= acceptanceFraction;
                sum += chance;
            }
            return sum;
        }
    }

    public Workload {
        if (!(inputTokens > 0) || !(outputTokens >= 1)) {
            throw new IllegalArgumentException("inputTokens " + inputTokens + ", outputTokens " + outputTokens);
        }
        if (!(prefixCacheHitFraction >= 0 && prefixCacheHitFraction < 1)) {
            throw new IllegalArgumentException("prefixCacheHitFraction " + prefixCacheHitFraction);
        }
    }

    /**
     * Whether it is asked for as the published benchmarks measure: a closed loop whose lengths are drawn below the nominal
     * ones. Their servers are started with settings of their own.
     */
    public boolean isPublishedBenchmark() {
        return arrival == Arrival.CLOSED_LOOP && inputTokens + outputTokens < 0.999 * maxSequenceTokens;
    }

    /** Prompt tokens that have to be computed. */
    public double computedInputTokens() {
        return inputTokens * (1 - prefixCacheHitFraction);
    }

    /** The same workload under another load. */
    public Workload with(Load other) {
        return new Workload(
                inputTokens, outputTokens, maxSequenceTokens, prefixCacheHitFraction, other, arrival, speculation);
    }
}
