package dev.llmplanner.engine.model;

/**
 * Multi-token-prediction layers, loaded only when speculative decoding uses them.
 *
 * @param layers             number of draft layers
 * @param attention          attention of a draft layer
 * @param feedForward        feed-forward of a draft layer
 * @param norms              norms of hidden size per draft layer
 * @param embeddingCopies    own copies of the input embedding over all layers
 * @param headCopies         own copies of the head over all layers
 * @param hasProjection      joins hidden state and embedding by a {@code 2H × H} projection
 * @param otherParameters    elements per layer that have no field of their own
 */
public record DraftLayers(
        int layers,
        Attention attention,
        FeedForward feedForward,
        int norms,
        int embeddingCopies,
        int headCopies,
        boolean hasProjection,
        double otherParameters) {}
