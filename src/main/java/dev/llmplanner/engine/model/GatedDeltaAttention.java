package dev.llmplanner.engine.model;

/**
 * Gated delta rule (linear attention): a state of {@code valueHeads × headDim × headDim} per sequence.
 *
 * @param convolution taps of the short convolution
 * @see <a href="https://arxiv.org/abs/2412.06464">Gated Delta Networks</a>
 */
public record GatedDeltaAttention(int keyHeads, int valueHeads, int headDim, int convolution) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.gatedDelta(this);
    }
}
