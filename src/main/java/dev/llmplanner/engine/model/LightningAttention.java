package dev.llmplanner.engine.model;

/** Lightning attention: linear attention with a decay per head and a state of {@code heads × headDim²}. */
public record LightningAttention(int heads, int headDim) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.lightning(this);
    }
}
