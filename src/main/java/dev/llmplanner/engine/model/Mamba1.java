package dev.llmplanner.engine.model;

/** Selective state space, first generation. */
public record Mamba1(int innerSize, int stateSize, int convolution, int timeStepRank) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.mamba1(this);
    }
}
