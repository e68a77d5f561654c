package dev.llmplanner.engine.model;

/**
 * Grouped-query attention that reads only the keys an indexer selects: query-sparse (Qwen) and block-sparse (MiniMax).
 * The cache keeps every token, and the indexer's keys beside it.
 */
public record SparseGroupedQueryAttention(GroupedQueryAttention dense, Indexer indexer) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.sparseGroupedQuery(this);
    }
}
