package dev.llmplanner.engine.deployment;

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
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import java.util.Optional;

/** Whether tensor parallelism divides the heads of one attention layer. */
final class HeadRules implements Attention.Cases<Optional<LayoutProblem>> {

    private final int tensorParallel;
    private final int gpus;

    HeadRules(int tensorParallel, int gpus) {
        this.tensorParallel = tensorParallel;
        this.gpus = gpus;
    }

    private Optional<LayoutProblem> divided(String what, int size) {
        return size % tensorParallel == 0
                ? Optional.empty()
                : LayoutRules.problem("heads-do-not-divide", "tensorParallel", what, size, gpus,
                        degree -> size % degree == 0);
    }

    private Optional<LayoutProblem> heads(int heads, int kvHeads) {
        if (kvHeads % tensorParallel == 0 || tensorParallel % kvHeads == 0) {
            return divided("heads", heads);
        }
        return LayoutRules.problem("kv-heads-do-not-divide", "tensorParallel", "kvHeads", kvHeads, gpus,
                degree -> heads % degree == 0 && (kvHeads % degree == 0 || degree % kvHeads == 0));
    }

    @Override
    public Optional<LayoutProblem> groupedQuery(GroupedQueryAttention a) {
        return heads(a.heads(), a.kvHeads());
    }

    @Override
    public Optional<LayoutProblem> sparseGroupedQuery(SparseGroupedQueryAttention a) {
        return groupedQuery(a.dense());
    }

    @Override
    public Optional<LayoutProblem> factorizedQuery(FactorizedQueryAttention a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> cross(CrossAttention a) {
        return heads(a.heads(), a.kvHeads());
    }

    @Override
    public Optional<LayoutProblem> latent(LatentAttention a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> sparseLatent(SparseLatentAttention a) {
        return latent(a.latent());
    }

    @Override
    public Optional<LayoutProblem> compressed(CompressedAttention a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> gatedDelta(GatedDeltaAttention a) {
        return heads(a.valueHeads(), a.keyHeads());
    }

    @Override
    public Optional<LayoutProblem> kimiDelta(KimiDeltaAttention a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> lightning(LightningAttention a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> mamba1(Mamba1 a) {
        return divided("innerSize", a.innerSize());
    }

    @Override
    public Optional<LayoutProblem> mamba2(Mamba2 a) {
        return divided("heads", a.heads());
    }

    @Override
    public Optional<LayoutProblem> none(NoAttention a) {
        return Optional.empty();
    }
}
