package dev.llmplanner.screening;

import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.CompressedAttention;
import dev.llmplanner.engine.model.CrossAttention;
import dev.llmplanner.engine.model.FactorizedQueryAttention;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.KimiDeltaAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.LightningAttention;
import dev.llmplanner.engine.model.Mamba1;
import dev.llmplanner.engine.model.Mamba2;
import dev.llmplanner.engine.model.NoAttention;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;

/** The codes of attention kinds that {@code model.schema.json} uses; multi-head and multi-query ones have their own. */
public final class AttentionKind implements Attention.Cases<String> {

    @Override
    public String groupedQuery(GroupedQueryAttention a) {
        return switch (a.reach().kind()) {
            case FULL -> a.kvHeads() == a.heads() ? "mha" : a.kvHeads() == 1 ? "mqa" : "full";
            case SLIDING -> "sliding";
            case CHUNKED -> "chunked";
        };
    }

    @Override
    public String sparseGroupedQuery(SparseGroupedQueryAttention a) {
        return "query-sparse";
    }

    @Override
    public String factorizedQuery(FactorizedQueryAttention a) {
        return "mfa";
    }

    @Override
    public String cross(CrossAttention a) {
        return "cross";
    }

    @Override
    public String latent(LatentAttention a) {
        return a.reach().kind() == Reach.Kind.FULL ? "mla" : "mla-sliding";
    }

    @Override
    public String sparseLatent(SparseLatentAttention a) {
        return "dsa";
    }

    @Override
    public String compressed(CompressedAttention a) {
        return "compressed";
    }

    @Override
    public String gatedDelta(GatedDeltaAttention a) {
        return "gated-delta";
    }

    @Override
    public String kimiDelta(KimiDeltaAttention a) {
        return "kda";
    }

    @Override
    public String lightning(LightningAttention a) {
        return "lightning";
    }

    @Override
    public String mamba1(Mamba1 a) {
        return "mamba1";
    }

    @Override
    public String mamba2(Mamba2 a) {
        return "mamba2";
    }

    @Override
    public String none(NoAttention a) {
        return "none";
    }
}
