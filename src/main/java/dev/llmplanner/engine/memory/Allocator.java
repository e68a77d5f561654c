package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.Sharding;
import dev.llmplanner.engine.model.Tensor;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.model.Tensors;

/**
 * PyTorch's caching allocator: a tensor of 10 MiB or more takes whole pieces of 2 MiB. What is over is split off where it
 * is more than 1 MiB, else it stays with the tensor.
 *
 * <p>Engines store queries, keys and values in one tensor, gate and up-projection in another, and all experts of a layer
 * in two. Latent attention, mixers and what is smaller than 10 MiB are left out.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/main/c10/cuda/CUDACachingAllocator.h">kRoundLarge, kMinLargeAlloc,
 *     kSmallSize</a>
 */
final class Allocator {

    private static final double MIB = 1_048_576;
    private static final double LARGE_BYTES = 10 * MIB;
    private static final double PIECE_BYTES = 2 * MIB;
    private static final double KEPT_BYTES = MIB;
    private static final int VOCABULARY_ROWS = 64;

    private Allocator() {}

    static double roundingBytes(Architecture architecture, WeightRecipe recipe, ParallelLayout layout) {
        double stageShare =
                Math.ceil((double) architecture.layers() / layout.pipelineParallel()) / architecture.layers();
        double bytes = 0;
        for (AttentionGroup group : architecture.attention()) {
            if (group.attention() instanceof GroupedQueryAttention heads) {
                double input = 0;
                double output = 0;
                for (Tensor tensor : Tensors.of(heads, architecture.hiddenSize())) {
                    double own = tensor.elements() * Shards.fraction(tensor.sharding(), layout);
                    input += tensor.group() == TensorGroup.ATTENTION_INPUT ? own : 0;
                    output += tensor.group() == TensorGroup.ATTENTION_OUTPUT ? own : 0;
                }
                bytes += group.layers() * stageShare * (rounding(input, recipe.of(TensorGroup.ATTENTION_INPUT))
                        + rounding(output, recipe.of(TensorGroup.ATTENTION_OUTPUT)));
            }
        }
        for (FeedForwardGroup group : architecture.feedForward()) {
            bytes += group.layers() * stageShare * feedForward(group, architecture.hiddenSize(), recipe, layout);
        }
        double rows = Math.ceil((double) architecture.vocabularySize() / VOCABULARY_ROWS) * VOCABULARY_ROWS;
        double table = rounding(rows * architecture.hiddenSize() * Shards.fraction(Sharding.VOCABULARY, layout),
                recipe.of(TensorGroup.EMBEDDING));
        boolean both = layout.pipelineParallel() == 1 && !architecture.tiedEmbeddings();
        return bytes + (both ? 2 : 1) * table;
    }

    private static double feedForward(
            FeedForwardGroup group, int hiddenSize, WeightRecipe recipe, ParallelLayout layout) {
        if (group.feedForward() instanceof DenseFeedForward f) {
            return unit((double) hiddenSize * f.intermediateSize() * Shards.fraction(Sharding.FEED_FORWARD, layout),
                    f.matrices(), recipe.of(TensorGroup.DENSE));
        }
        if (group.feedForward() instanceof MixtureOfExperts f) {
            WeightFormat experts = recipe.of(TensorGroup.EXPERTS);
            double routed = (double) f.experts() * f.expertHiddenSize(hiddenSize) * f.intermediateSize()
                    * Shards.fraction(Sharding.EXPERTS, layout);
            double shared = (double) hiddenSize * f.sharedIntermediateSize()
                    * Shards.fraction(Sharding.SHARED_EXPERTS, layout);
            return (experts == WeightFormat.MXFP4 ? 0 : unit(routed, f.matrices(), experts))
                    + unit(shared, f.matrices(), recipe.of(TensorGroup.SHARED));
        }
        return 0;
    }

    /** The fused first matrices, and the down-projection. */
    private static double unit(double matrixElements, int matrices, WeightFormat format) {
        return rounding((matrices - 1) * matrixElements, format) + rounding(matrixElements, format);
    }

    static double rounding(double elements, WeightFormat format) {
        double bytes = Math.floor(elements * payload(format));
        double rest = Math.ceil(bytes / PIECE_BYTES) * PIECE_BYTES - bytes;
        return bytes >= LARGE_BYTES && rest <= KEPT_BYTES ? rest : 0;
    }

    /** Bytes per element without scales, which are tensors of their own. */
    private static double payload(WeightFormat format) {
        return switch (format) {
            case BF16, FP16 -> 2;
            case FP8, FP8_BLOCK, INT8 -> 1;
            case NVFP4, MXFP4, INT4 -> 0.5;
            case GGUF_Q8_0, GGUF_Q6_K, GGUF_Q5_K_M, GGUF_Q4_K_M -> format.bytesPerElement();
        };
    }
}
