package dev.llmplanner.engine.model;

/** So many layers with the same feed-forward. */
public record FeedForwardGroup(int layers, FeedForward feedForward) {

    public FeedForwardGroup {
        if (layers < 1) {
            throw new IllegalArgumentException("layers " + layers);
        }
    }
}
