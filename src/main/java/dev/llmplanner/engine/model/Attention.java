package dev.llmplanner.engine.model;

/**
 * What mixes tokens in a layer. A closed set: memory, speed and parameter count each answer every kind through
 * {@link #match}, so that a new kind breaks the build wherever it must be answered.
 */
public sealed interface Attention
        permits CompressedAttention, CrossAttention, FactorizedQueryAttention, GatedDeltaAttention,
                GroupedQueryAttention, KimiDeltaAttention, LatentAttention, LightningAttention, Mamba1, Mamba2,
                NoAttention, SparseGroupedQueryAttention, SparseLatentAttention {

    /** Answers this attention by the case of its kind. */
    <R> R match(Cases<R> cases);

    /** One answer per kind. */
    interface Cases<R> {
        R groupedQuery(GroupedQueryAttention attention);

        R sparseGroupedQuery(SparseGroupedQueryAttention attention);

        R factorizedQuery(FactorizedQueryAttention attention);

        R cross(CrossAttention attention);

        R latent(LatentAttention attention);

        R sparseLatent(SparseLatentAttention attention);

        R compressed(CompressedAttention attention);

        R gatedDelta(GatedDeltaAttention attention);

        R kimiDelta(KimiDeltaAttention attention);

        R lightning(LightningAttention attention);

        R mamba1(Mamba1 attention);

        R mamba2(Mamba2 attention);

        R none(NoAttention attention);
    }
}
