package dev.llmplanner.engine.deployment;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which layouts a model can run in.
 *
 * <ul>
 *   <li>Attention heads are divided by TP; KV heads divide TP or are divided by it.
 *   <li>Experts are divided by EP, and EP divides TP × attention DP.
 *   <li>The widths of feed-forwards and experts are divided by what is left; under block-scaled FP8 each part is a
 *       multiple of 128. Dense layers beside attention data parallelism are divided by tensor parallelism alone here.
 *   <li>Attention data parallelism needs experts to bring its ranks together.
 *   <li>Every pipeline stage has a layer.
 * </ul>
 */
public final class LayoutRules {

    /** A degree above the layout's own may be what was meant. */
    private static final int MOST_SHOWN = 64;

    /** Width of a block that shares one scale. */
    private static final int BLOCK = 128;

    private LayoutRules() {}

    /** The first rule that the layout breaks. */
    public static Optional<LayoutProblem> problem(
            Architecture architecture, WeightRecipe weights, ParallelLayout layout) {
        int gpus = layout.gpus();
        if (layout.pipelineParallel() > architecture.layers()) {
            return problem("too-many-stages", "pipelineParallel", "layers", architecture.layers(), gpus,
                    degree -> degree <= architecture.layers());
        }
        boolean mixture = architecture.hasExperts();
        if (!mixture && layout.expertParallel() > 1) {
            return problem("no-experts", "expertParallel", "experts", 0, gpus, degree -> degree == 1);
        }
        if (!mixture && layout.attentionDataParallel() > 1) {
            return problem("no-experts", "attentionDataParallel", "experts", 0, gpus, degree -> degree == 1);
        }
        if (layout.stageGpus() % layout.expertParallel() != 0) {
            return problem("expert-parallel-does-not-divide", "expertParallel", "gpus", layout.stageGpus(), gpus,
                    degree -> layout.stageGpus() % degree == 0);
        }
        for (AttentionGroup group : architecture.attention()) {
            Optional<LayoutProblem> problem = group.attention().match(
                    new HeadRules(layout.tensorParallel(), gpus));
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (FeedForwardGroup group : architecture.feedForward()) {
            Optional<LayoutProblem> problem = feedForward(group, weights, layout);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<LayoutProblem> feedForward(
            FeedForwardGroup group, WeightRecipe weights, ParallelLayout layout) {
        if (group.feedForward() instanceof DenseFeedForward dense) {
            // All that has to divide: beside attention data parallelism, engines divide a dense layer only as far as it goes.
            return width("intermediateSize", dense.intermediateSize(), layout.tensorParallel(),
                    weights.of(TensorGroup.DENSE), layout.gpus(), "tensorParallel");
        }
        if (group.feedForward() instanceof MixtureOfExperts mixture) {
            int experts = mixture.experts();
            if (experts % layout.expertParallel() != 0) {
                return problem("expert-parallel-does-not-divide", "expertParallel", "experts", experts,
                        layout.gpus(), degree -> experts % degree == 0 && layout.stageGpus() % degree == 0);
            }
            Optional<LayoutProblem> routed = width("expert intermediateSize", mixture.intermediateSize(),
                    layout.stageGpus() / layout.expertParallel(), weights.of(TensorGroup.EXPERTS), layout.gpus(),
                    "tensorParallel");
            if (routed.isPresent()) {
                return routed;
            }
            if (layout.attentionDataParallel() == 1) {
                return width("sharedIntermediateSize", mixture.sharedIntermediateSize(), layout.tensorParallel(),
                        weights.of(TensorGroup.SHARED), layout.gpus(), "tensorParallel");
            }
        }
        return Optional.empty();
    }

    private static Optional<LayoutProblem> width(
            String divided, int size, int parts, WeightFormat format, int gpus, String degree) {
        int grain = format == WeightFormat.FP8_BLOCK ? BLOCK : 1;
        if (parts == 1 || size % (parts * grain) == 0) {
            return Optional.empty();
        }
        String code = size % parts == 0 ? "block-scale-does-not-divide" : "width-does-not-divide";
        return problem(code, degree, divided, size, gpus, candidate -> size % (candidate * grain) == 0);
    }

    static Optional<LayoutProblem> problem(
            String code, String degree, String divided, int size, int gpus, IntPredicate works) {
        List<Integer> allowed = new ArrayList<>();
        for (int candidate = 1; candidate <= Math.max(gpus, MOST_SHOWN); candidate++) {
            if (works.test(candidate)) {
                allowed.add(candidate);
            }
        }
        return Optional.of(new LayoutProblem(code, degree, divided, size, allowed));
    }
}
