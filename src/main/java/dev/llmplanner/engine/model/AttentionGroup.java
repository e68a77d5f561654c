package dev.llmplanner.engine.model;

/** So many layers with the same attention. */
public record AttentionGroup(int layers, Attention attention) {

    public AttentionGroup {
        if (layers < 1) {
            throw new IllegalArgumentException("layers " + layers);
        }
    }
}
