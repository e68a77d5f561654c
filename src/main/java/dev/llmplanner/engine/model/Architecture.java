package dev.llmplanner.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model is made of: enough to count its parameters, hold it in memory and run it.
 *
 * <p>Attention and feed-forward are grouped independently; each group says how many layers have it. Blocks that hold
 * only one of the two (hybrid models) are counted in that list alone.
 *
 * @param layers         blocks of the model
 * @param hiddenSize     width of the residual stream, elements
 * @param vocabularySize rows of the embedding, before padding
 * @param tiedEmbeddings the head is the embedding, stored once
 * @param normParameters elements of all norms outside attention
 * @param extras         what lies outside the layers
 * @param draft          multi-token-prediction layers, where the checkpoint's fields allow to compute them
 * @param positions      longest sequence that the configuration declares; engines precompute rotations for all of it
 */
public record Architecture(
        int layers,
        int hiddenSize,
        int vocabularySize,
        boolean tiedEmbeddings,
        List<AttentionGroup> attention,
        List<FeedForwardGroup> feedForward,
        double normParameters,
        List<ExtraParameters> extras,
        Optional<DraftLayers> draft,
        OptionalInt positions) {

    public Architecture {
        attention = List.copyOf(attention);
        feedForward = List.copyOf(feedForward);
        extras = List.copyOf(extras);
        if (layers < 1 || hiddenSize < 1 || vocabularySize < 1) {
            throw new IllegalArgumentException(
                    "layers " + layers + ", hiddenSize " + hiddenSize + ", vocabularySize " + vocabularySize);
        }
    }

    /** Layers that route tokens to experts. */
    public int expertLayers() {
        int count = 0;
        for (int i = 0; i < feedForward.size(); i++) {
            FeedForwardGroup group = feedForward.get(i);
            count += group.feedForward() instanceof MixtureOfExperts ? group.layers() : 0;
        }
        return count;
    }

    /** Whether any layer routes tokens to experts. */
    public boolean hasExperts() {
        return expertLayers() > 0;
    }
}
