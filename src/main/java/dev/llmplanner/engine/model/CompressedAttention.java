package dev.llmplanner.engine.model;

import java.util.Optional;

/**
 * DeepSeek-V4's attention: one shared key-value vector of {@code headDim} per token inside a window, and one per
 * {@code compressionRatio} tokens beyond it; outputs go through a grouped low-rank projection.
 *
 * @param compressionRatio tokens per compressed entry; 0 where the layer keeps the window alone
 * @param indexer          selects compressed entries where the ratio is small
 */
public record CompressedAttention(
        int heads,
        int headDim,
        int queryLoraRank,
        int outputGroups,
        int outputLoraRank,
        int windowTokens,
        int compressionRatio,
        Optional<Indexer> indexer)
        implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.compressed(this);
    }
}
