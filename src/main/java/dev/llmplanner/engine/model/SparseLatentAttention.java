package dev.llmplanner.engine.model;

/**
 * Latent attention over the tokens that a lightning indexer selects (DeepSeek sparse attention).
 *
 * @see <a href="https://arxiv.org/abs/2512.02556">DeepSeek-V3.2</a>
 */
public record SparseLatentAttention(LatentAttention latent, Indexer indexer) implements Attention {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.sparseLatent(this);
    }
}
