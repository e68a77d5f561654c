package dev.llmplanner.engine.model;

import java.util.OptionalInt;

/**
 * Multi-head latent attention: one compressed key-value vector per token, shared by all heads.
 *
 * @param heads         query heads
 * @param kvHeads       heads of the up-projected key and value; {@code heads} but for grouped variants
 * @param queryLoraRank rank of the query, absent where queries are projected directly
 * @param kvLoraRank    width of the compressed vector, elements
 * @param nopeHeadDim   width of a head without rotary position
 * @param ropeHeadDim   width of the shared rotary key
 * @param valueHeadDim  width of a value head
 * @see <a href="https://arxiv.org/abs/2405.04434">DeepSeek-V2</a>
 */
public record LatentAttention(
        int heads,
        int kvHeads,
        OptionalInt queryLoraRank,
        int kvLoraRank,
        int nopeHeadDim,
        int ropeHeadDim,
        int valueHeadDim,
        Reach reach,
        OutputGate outputGate)
        implements Attention {

    /** Elements that one token leaves in the cache of one layer, on every TP rank. */
    public int cachedElementsPerToken() {
        return kvLoraRank + ropeHeadDim;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.latent(this);
    }
}
