package dev.llmplanner.engine.model;

/** Tensors that a checkpoint stores in one format. */
public enum TensorGroup {
    EMBEDDING,
    HEAD,
    /** Projections into attention: query, key, value, gates, and the latent down- and up-projections. */
    ATTENTION_INPUT,
    ATTENTION_OUTPUT,
    /** Projections of linear attention and state-space layers. */
    MIXER,
    DENSE,
    EXPERTS,
    SHARED,
    ROUTER,
    NORMS,
    /** Multi-token-prediction layers. */
    DRAFT,
    /** Vision towers and other parts outside the layers. */
    EXTRAS
}
