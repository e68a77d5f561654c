package dev.llmplanner.engine.model;

/** Kimi delta attention: the gated delta rule with a gate per channel. */
public record KimiDeltaAttention(int heads, int headDim, int convolution, boolean fullRankGates) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.kimiDelta(this);
    }
}
