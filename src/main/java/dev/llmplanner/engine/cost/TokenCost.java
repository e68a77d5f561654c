package dev.llmplanner.engine.cost;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a million tokens cost the owner.
 *
 * <p>{@code outputAlone = cost per second / output tokens per second × 10⁶} lays everything on the output, as public
 * comparisons do. With the share of the time that GPUs spend in prefill the cost is divided instead:
 * {@code input = cost × prefillShare / input tokens}, {@code output = cost × (1 − prefillShare) / output tokens}; both
 * together are the whole cost again.
 *
 * @param outputAlone per million output tokens, with all costs on them
 * @param input       per million input tokens, absent without a prefill share or without input
 * @param output      per million output tokens, of what input doesn't carry
 */
public record TokenCost(Money outputAlone, Optional<Money> input, Optional<Money> output) {
    private static final double MILLION = 1e6;

    /**
     * Of a fleet that serves so many tokens, on average over its life.
     *
     * @param perSecond             {@link Cost#perSecond()}
     * @param inputTokensPerSecond  ≥ 0
     * @param outputTokensPerSecond &gt; 0
     * @param prefillShare          of the busy time, 0 to 1
     */
    public static TokenCost of(
            Money perSecond, double inputTokensPerSecond, double outputTokensPerSecond, OptionalDouble prefillShare) {
        Money alone = perSecond.times(MILLION / outputTokensPerSecond);
        if (prefillShare.isEmpty() || !(inputTokensPerSecond > 0)) {
            return new TokenCost(alone, Optional.empty(), Optional.empty());
        }
        double share = prefillShare.getAsDouble();
        return new TokenCost(alone, Optional.of(perSecond.times(share * MILLION / inputTokensPerSecond)),
                Optional.of(perSecond.times((1 - share) * MILLION / outputTokensPerSecond)));
    }
}
