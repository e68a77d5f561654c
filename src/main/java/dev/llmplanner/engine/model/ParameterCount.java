package dev.llmplanner.engine.model;

/**
 * Parameters of a model, counted from its tensors.
 *
 * <p>Vendors count active parameters with or without the embeddings: {@link #active()} has both, and the parts to
 * subtract are here.
 *
 * @param embedding       input embedding, elements
 * @param head            output head; 0 where it is tied
 * @param attention       all attention layers
 * @param feedForward     all feed-forward layers
 * @param activeFeedForward what one token passes of them
 * @param norms           norms outside attention
 * @param extras          parts outside the layers that the vendor counts
 * @param activeExtras    parts outside the layers that every token passes
 * @param draft           multi-token-prediction layers; 0 without any, or where they can't be computed
 */
public record ParameterCount(
        double embedding,
        double head,
        double attention,
        double feedForward,
        double activeFeedForward,
        double norms,
        double extras,
        double activeExtras,
        double draft) {

    /** Counts that architecture. */
    public static ParameterCount of(Architecture architecture) {
        int hiddenSize = architecture.hiddenSize();
        double embedding = (double) architecture.vocabularySize() * hiddenSize;
        double attention = 0;
        for (AttentionGroup group : architecture.attention()) {
            attention += group.layers() * Tensors.elements(group.attention(), hiddenSize);
        }
        double feedForward = 0;
        double active = 0;
        for (FeedForwardGroup group : architecture.feedForward()) {
            for (Tensor tensor : Tensors.of(group.feedForward(), hiddenSize)) {
                feedForward += group.layers() * tensor.elements();
                active += group.layers() * tensor.activeElements();
            }
        }
        double extras = 0;
        double activeExtras = 0;
        for (ExtraParameters extra : architecture.extras()) {
            extras += extra.inTotal() ? extra.parameters() : 0;
            activeExtras += extra.inActive() ? extra.activeParameters() : 0;
        }
        return new ParameterCount(
                embedding,
                architecture.tiedEmbeddings() ? 0 : embedding,
                attention,
                feedForward,
                active,
                architecture.normParameters(),
                extras,
                activeExtras,
                architecture.draft().map(draft -> draft(draft, hiddenSize, embedding)).orElse(0.0));
    }

    private static double draft(DraftLayers draft, double hiddenSize, double embedding) {
        double layer = Tensors.elements(draft.attention(), (int) hiddenSize)
                + Tensors.elements(draft.feedForward(), (int) hiddenSize)
                + (draft.hasProjection() ? 2 * hiddenSize * hiddenSize : 0)
                + hiddenSize * draft.norms()
                + draft.otherParameters();
        return draft.layers() * layer + (draft.embeddingCopies() + draft.headCopies()) * embedding;
    }

    /** All parameters of the main model. */
    public double total() {
        return embedding + head + attention + feedForward + norms + extras;
    }

    /** Parameters that one token passes, both embeddings included. */
    public double active() {
        return embedding + head + attention + activeFeedForward + norms + activeExtras;
    }
}
