package dev.llmplanner.engine.model;

/** Selective state space, second generation: {@code heads × headDim × stateSize} per sequence. */
public record Mamba2(int heads, int headDim, int stateSize, int groups, int convolution) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.mamba2(this);
    }
}
