package dev.llmplanner.engine.model;

/**
 * Softmax attention with {@code kvHeads} shared by {@code heads}: MHA where they are equal, MQA where there is one.
 *
 * @param heads    query heads, ≥ 1
 * @param kvHeads  key and value heads, 1 … heads
 * @param keyDim   width of a key head, elements
 * @param valueDim width of a value head, elements
 * @param reach    how far back a token sees
 * @param options  gates, biases and norms, which count as parameters but hold no state
 * @see <a href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023, GQA</a>
 */
public record GroupedQueryAttention(
        int heads, int kvHeads, int keyDim, int valueDim, Reach reach, AttentionOptions options)
        implements Attention {

    public GroupedQueryAttention {
        if (heads < 1 || kvHeads < 1 || kvHeads > heads || keyDim < 1 || valueDim < 1) {
            throw new IllegalArgumentException(
                    "heads " + heads + ", kvHeads " + kvHeads + ", keyDim " + keyDim + ", valueDim " + valueDim);
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.groupedQuery(this);
    }
}
