package dev.llmplanner.checkpoint;

/** What the code of a family does whatever its configuration says. */
enum Trait {
    /** The head is the embedding unless tie_word_embeddings says otherwise. */
    TIED,
    QKV_BIAS,
    OUTPUT_BIAS,
    /** attention_bias adds a bias to the output projection too. */
    BIAS_OUTPUT_TOO,
    QK_NORM_HEAD,
    QK_NORM_HEADS,
    /** Queries and keys are normalised without weights where use_qk_norm is true. */
    QK_NORM_WEIGHTLESS,
    /** The kind of norm is per head and channel where use_qk_norm is true. */
    QK_NORM_HEADS_IF_ASKED,
    GATE_HEAD,
    GATE_ELEMENT,
    SINKS,
    /** Two matrices in a feed-forward block instead of three. */
    UNGATED,
    FEED_FORWARD_BIAS,
    EXPERT_BIAS,
    ROUTER_BIAS,
    SHARED_GATE,
    /** intermediate_size is the width of an expert, not of a dense layer. */
    INTERMEDIATE_IS_EXPERT,
    /** A dense branch of intermediate_size runs beside the experts. */
    DENSE_BESIDE_EXPERTS,
    /** The same, as wide as the hidden size. */
    DENSE_BESIDE_EXPERTS_HIDDEN,
    /** Every layer without a window named by the configuration's own pattern is full; windows alternate from layer 0. */
    ALTERNATES_FROM_SLIDING,
    /** sliding_window holds for all layers. */
    SLIDES_EVERYWHERE,
    /** Chunks of attention_chunk_size but in every fourth layer. */
    CHUNKED,
    NORMS_ONE,
    NORMS_THREE,
    NORMS_FOUR,
    /** Norms have a bias, and one more stands behind the embedding. */
    NORMS_OF_BLOOM,
    /** Norms have a bias. */
    NORMS_OF_FALCON,
    /** The draft layers hold their own copies of embedding and head. */
    DRAFT_COPIES,
    DRAFT_HEAD_PER_LAYER,
    /** Draft layers slide and have a dense block. */
    DRAFT_SLIDING_DENSE,
    /** No weights of the draft layers in the checkpoint. */
    DRAFT_NOT_SHIPPED,
    /** Fields of the draft layers aren't published. */
    DRAFT_UNKNOWN
}
