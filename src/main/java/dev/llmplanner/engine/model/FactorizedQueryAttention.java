package dev.llmplanner.engine.model;

/**
 * Multi-matrix factorisation attention: a low-rank query and one key and value head that all query heads share.
 *
 * @param queryLoraRank width of the shared query, elements
 * @see <a href="https://arxiv.org/abs/2412.19255">MFA, used by Step-3</a>
 */
public record FactorizedQueryAttention(int heads, int headDim, int queryLoraRank, AttentionOptions options) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.factorizedQuery(this);
    }
}
