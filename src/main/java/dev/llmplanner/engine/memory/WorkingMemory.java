package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.List;

/**
 * What a GPU needs beside weights and cache, as vLLM's profile run meets it: a batch of prompts as long as a step allows,
 * then the sampler over as many sequences as may run.
 *
 * <p>{@code activations = fixed + vision + experts + max(dense, hidden + a · sequences · vocabulary)}. The experts' two
 * work spaces stay allocated while the sampler runs; the dense feed-forward's output doesn't.
 *
 * @param expertBytes   work spaces of routed experts: {@code batch · k · (max(I, H) + max(2I, H)) · 2}
 * @param denseBytes    widest intermediate result: {@code batch · (2I + H) · 2}
 * @param hiddenBytes   hidden states that the sampler reads: {@code batch · H · 2}
 * @param samplerBytes  logits and what the sampler makes of them
 * @param visionBytes   vision tower, where there is one
 * @param fixedBytes    the rest of a pass
 * @param nonTorchBytes buffers outside the framework's allocator
 * @param graphBytes    captured graphs
 * @param initialBytes  taken before the engine measures
 */
public record WorkingMemory(
        double expertBytes,
        double denseBytes,
        double hiddenBytes,
        double samplerBytes,
        double visionBytes,
        double fixedBytes,
        double nonTorchBytes,
        double graphBytes,
        double initialBytes) {

    private static final double BF16_BYTES = 2;

    /** The working memory of that deployment. */
    public static WorkingMemory of(Deployment deployment, MemoryRules rules) {
        Architecture architecture = deployment.architecture();
        ParallelLayout layout = deployment.layout();
        double batch = deployment.limits().maxBatchedTokens();
        // The kernels of MXFP4 experts keep no work space of their own.
        boolean spaces = deployment.weights().of(TensorGroup.EXPERTS) != WeightFormat.MXFP4;
        double experts = 0;
        double dense = 0;
        List<FeedForwardGroup> groups = architecture.feedForward();
        for (int i = 0; i < groups.size(); i++) {
            FeedForwardGroup group = groups.get(i);
            if (group.feedForward() instanceof MixtureOfExperts f && spaces) {
                experts = Math.max(experts, expertElements(f, architecture.hiddenSize(), layout));
            } else if (group.feedForward() instanceof DenseFeedForward f) {
                dense = Math.max(dense, (f.matrices() - 1.0) * f.intermediateSize() / layout.stageGpus()
                        + architecture.hiddenSize());
            }
        }
        double stageLayers = Math.ceil((double) architecture.layers() / layout.pipelineParallel());
        return new WorkingMemory(
                batch * experts * BF16_BYTES,
                batch * dense * BF16_BYTES,
                batch * architecture.hiddenSize() * BF16_BYTES,
                samplerBytesPerSequenceAndWord(deployment, rules)
                        * deployment.limits().maxRunningSequences() * architecture.vocabularySize(),
                architecture.extras().isEmpty() ? 0 : rules.visionBytes(),
                rules.activationFixedBytes(),
                layout.stageGpus() > 1 ? rules.nonTorchParallelBytes() : rules.nonTorchSingleBytes(),
                rules.graphFixedBytes() + stageLayers * rules.graphLayerBytes()
                        + (architecture.hasExperts() ? rules.graphExpertsBytes() : 0),
                initialBytes(deployment, rules));
    }

    private static double initialBytes(Deployment deployment, MemoryRules rules) {
        if (deployment.layout().gpus() == 1) {
            return rules.initialSingleBytes();
        }
        return deployment.engine() == ServingEngine.SGLANG ? rules.initialSglangBytes() : rules.initialParallelBytes();
    }

    /** Bytes per running sequence and word: less since vLLM's own kernel replaced the sort of the vocabulary. */
    public static double samplerBytesPerSequenceAndWord(Deployment deployment, MemoryRules rules) {
        return sorts(deployment)
                ? rules.sortedBytesPerSequenceAndWord() : rules.activationBytesPerSequenceAndWord();
    }

    /** Whether that version's sampler sorts the vocabulary. */
    public static boolean sorts(Deployment deployment) {
        return deployment.engine() == ServingEngine.VLLM
                && deployment.engineVersion().map((EngineVersion version) -> !version.isAtLeast(0, 17)).orElse(false);
    }

    /** Peak of activations, bytes. */
    public double activationBytes() {
        return fixedBytes + visionBytes + expertBytes + Math.max(denseBytes, hiddenBytes + samplerBytes);
    }

    /** Buffers and graphs, bytes. */
    public double runtimeBytes() {
        return nonTorchBytes + graphBytes;
    }

    /** Elements of both work spaces that one token takes. */
    private static double expertElements(MixtureOfExperts f, int hiddenSize, ParallelLayout layout) {
        double own = Math.ceil((double) f.intermediateSize() * layout.expertParallel() / layout.stageGpus());
        double width = f.expertHiddenSize(hiddenSize);
        return f.expertsPerToken() * (Math.max(own, width) + Math.max((f.matrices() - 1) * own, width));
    }
}
