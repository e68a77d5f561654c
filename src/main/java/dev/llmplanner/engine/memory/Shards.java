package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Sharding;

/** What share of a tensor one GPU of a stage holds. */
public final class Shards {

    private Shards() {}

    /** Fraction in (0, 1] of a tensor with that sharding that one GPU holds. */
    public static double fraction(Sharding sharding, ParallelLayout layout) {
        int tensorParallel = layout.tensorParallel();
        return switch (sharding.kind()) {
            case REPLICATED -> 1;
            case HEADS, VOCABULARY -> 1.0 / tensorParallel;
            case KV_HEADS -> 1.0 / Math.min(tensorParallel, sharding.kvHeads());
            case FEED_FORWARD, EXPERTS -> 1.0 / layout.stageGpus();
            case SHARED_EXPERTS -> layout.attentionDataParallel() > 1 ? 1 : 1.0 / tensorParallel;
        };
    }
}
