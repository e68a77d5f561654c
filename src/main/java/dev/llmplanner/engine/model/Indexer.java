package dev.llmplanner.engine.model;

import java.util.OptionalInt;

/**
 * The small attention that selects what the large one reads.
 *
 * @param selectedTokens tokens that the large attention reads, where the source says so
 * @param tokensPerKey   tokens that share one index key, ≥ 1
 */
public record Indexer(
        int heads, int headDim, OptionalInt selectedTokens, int tokensPerKey, boolean hasNorms, boolean weighted) {

    public Indexer {
        if (tokensPerKey < 1) {
            throw new IllegalArgumentException("tokensPerKey " + tokensPerKey);
        }
    }
}
