package dev.llmplanner.engine.model;

/**
 * Every token passes all parameters.
 *
 * @param matrices 3 for a gated unit (up, gate, down), 2 without a gate
 */
public record DenseFeedForward(int intermediateSize, int matrices, boolean bias) implements FeedForward {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dense(this);
    }
}
