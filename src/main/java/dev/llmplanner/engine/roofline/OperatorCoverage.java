package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
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
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import java.util.Optional;

/** Which layer kinds have sourced operators. Memory is exact for all of them; speed only for those covered. */
public final class OperatorCoverage {

    private OperatorCoverage() {}

    /** The first layer kind of that architecture without an operator. */
    public static Optional<String> uncovered(Architecture architecture) {
        for (AttentionGroup group : architecture.attention()) {
            Optional<String> kind = uncovered(group.attention());
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    static Optional<String> uncovered(Attention attention) {
        return attention.match(new Kinds());
    }

    /** Names of the kinds without operators. */
    private static final class Kinds implements Attention.Cases<Optional<String>> {

        @Override
        public Optional<String> groupedQuery(GroupedQueryAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> sparseGroupedQuery(SparseGroupedQueryAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> factorizedQuery(FactorizedQueryAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> cross(CrossAttention a) {
            return Optional.of("cross-attention");
        }

        @Override
        public Optional<String> latent(LatentAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> sparseLatent(SparseLatentAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> compressed(CompressedAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> gatedDelta(GatedDeltaAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> kimiDelta(KimiDeltaAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> lightning(LightningAttention a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> mamba1(Mamba1 a) {
            return Optional.of("mamba-1");
        }

        @Override
        public Optional<String> mamba2(Mamba2 a) {
            return Optional.empty();
        }

        @Override
        public Optional<String> none(NoAttention a) {
            return Optional.empty();
        }
    }
}
