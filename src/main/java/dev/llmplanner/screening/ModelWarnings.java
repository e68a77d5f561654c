package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.LayoutProblem;
import dev.llmplanner.engine.deployment.LayoutRules;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Link;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.roofline.Kernel;
import dev.llmplanner.engine.roofline.MatrixMode;
import dev.llmplanner.engine.serving.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said about a model under a layout on a configuration. */
final class ModelWarnings {

    private ModelWarnings() {}

    /** Those warnings. */
    static List<Finding> of(Deployment deployment, int unusedGpus) {
        List<Finding> warnings = new ArrayList<>();
        ParallelLayout layout = deployment.layout();
        cache(deployment).ifPresent(warnings::add);
        replicated(deployment).ifPresent(warnings::add);
        int domain = deployment.interconnect().domainGpus();
        if (layout.expertParallel() > domain) {
            warnings.add(WarningCode.EXPERTS_BEYOND_DOMAIN.finding()
                    .with("expertParallel", layout.expertParallel()).with("domainGpus", domain));
        }
        experts(deployment).ifPresent(warnings::add);
        blocks(deployment).ifPresent(warnings::add);
        bridge(deployment).ifPresent(warnings::add);
        if (unusedGpus > 0) {
            warnings.add(WarningCode.UNUSED_GPUS.finding()
                    .with("gpus", unusedGpus).with("replicaGpus", layout.gpus()));
        }
        return warnings;
    }

    private static Optional<Finding> cache(Deployment deployment) {
        int ranks = deployment.layout().tensorParallel();
        for (AttentionGroup group : deployment.architecture().attention()) {
            Attention attention = group.attention() instanceof SparseGroupedQueryAttention sparse
                    ? sparse.dense() : group.attention();
            if (attention instanceof GroupedQueryAttention a && ranks > a.kvHeads()) {
                return Optional.of(WarningCode.KV_HEADS_REPLICATED.finding()
                        .with("tensorParallel", ranks)
                        .with("kvHeads", a.kvHeads())
                        .with("copies", (double) ranks / a.kvHeads()));
            }
            if (ranks > 1 && (attention instanceof LatentAttention || attention instanceof SparseLatentAttention)) {
                return Optional.of(WarningCode.LATENT_CACHE_REPLICATED.finding().with("tensorParallel", ranks));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> replicated(Deployment deployment) {
        ParallelLayout layout = deployment.layout();
        if (layout.attentionDataParallel() == 1) {
            return Optional.empty();
        }
        ParallelLayout divided = new ParallelLayout(
                layout.stageGpus(), layout.pipelineParallel(), layout.expertParallel(), 1);
        double extra = WeightMemory.bytesPerGpu(deployment.architecture(), deployment.weights(), layout)
                - WeightMemory.bytesPerGpu(deployment.architecture(), deployment.weights(), divided);
        return Optional.of(WarningCode.ATTENTION_REPLICATED.finding()
                .with("attentionDataParallel", layout.attentionDataParallel())
                .with("replicatedBytes", extra));
    }

    /** Where the layers' own format is weight-only, the Calculator says so already. */
    private static Optional<Finding> experts(Deployment deployment) {
        boolean layers = MatrixMode.of(deployment.weights().linear(), deployment.accelerator())
                .map(mode -> mode.gemm() == Kernel.GEMM_WEIGHT_ONLY).orElse(true);
        boolean own = MatrixMode.of(deployment.weights().of(TensorGroup.EXPERTS), deployment.accelerator())
                .map(mode -> mode.gemm() == Kernel.GEMM_WEIGHT_ONLY).orElse(false);
        return own && !layers && deployment.architecture().hasExperts()
                ? Optional.of(WarningCode.EXPERTS_WEIGHT_ONLY.finding()
                        .with("format", deployment.weights().of(TensorGroup.EXPERTS).code()))
                : Optional.empty();
    }

    private static Optional<Finding> blocks(Deployment deployment) {
        int gpus = deployment.layout().stageGpus();
        Optional<LayoutProblem> problem = LayoutRules.problem(
                deployment.architecture(), deployment.weights(), ParallelLayout.tensor(gpus));
        return problem.filter(found -> found.code().equals("block-scale-does-not-divide"))
                .map(found -> WarningCode.BLOCK_SCALES.finding()
                        .with("size", found.size()).with("tensorParallel", gpus));
    }

    private static Optional<Finding> bridge(Deployment deployment) {
        Optional<Link> link = deployment.accelerator().scaleUp();
        int gpus = deployment.layout().stageGpus();
        return deployment.interconnect().overHostLink() && link.isPresent() && link.get().maxDomain() > 1
                        && gpus > link.get().maxDomain()
                ? Optional.of(WarningCode.BRIDGE_TOO_SMALL.finding()
                        .with("gpus", gpus).with("bridgeGpus", link.get().maxDomain()))
                : Optional.empty();
    }
}
