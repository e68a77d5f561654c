package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.SparseLatentAttention;
import dev.llmplanner.engine.model.TensorGroup;

/**
 * What loading adds to the parameters on the fullest GPU, so that the sum is what an engine logs as the model's memory.
 *
 * <ul>
 *   <li>Rotations: cosines and sines of every position that the configuration declares, once per GPU whatever TP. Ten
 *       million positions of Llama 4 Scout weigh 2.5 GiB.
 *   <li>Latent attention's up-projections once more in BF16, in the order that decoding needs.
 *   <li>MXFP4 experts in the shape that the kernels want.
 *   <li>The allocator: a large tensor takes whole pieces of 2 MiB, of which less than half is not given back.
 * </ul>
 *
 * @param rotationBytes  tables of positions
 * @param absorbedBytes  copies of latent up-projections
 * @param paddingBytes   of MXFP4 experts
 * @param allocatorBytes rounding
 */
public record LoadedWeights(
        double rotationBytes, double absorbedBytes, double paddingBytes, double allocatorBytes) {

    private static final double BF16_BYTES = 2;
    private static final double FP32_BYTES = 4;
    private static final double PACKED_BYTES = 0.5;

    /** What loading adds in that deployment, draft layers apart. */
    public static LoadedWeights of(Deployment deployment) {
        Architecture architecture = deployment.architecture();
        ParallelLayout layout = deployment.layout();
        double stageShare =
                Math.ceil((double) architecture.layers() / layout.pipelineParallel()) / architecture.layers();
        double absorbed = 0;
        double rotated = 0;
        for (AttentionGroup group : architecture.attention()) {
            LatentAttention latent = latent(group.attention());
            if (latent != null) {
                absorbed += group.layers() * (double) latent.kvLoraRank() * latent.kvHeads()
                        * (latent.nopeHeadDim() + latent.valueHeadDim()) / layout.tensorParallel() * BF16_BYTES;
                rotated = Math.max(rotated, latent.ropeHeadDim());
            } else if (group.attention() instanceof GroupedQueryAttention heads) {
                rotated = Math.max(rotated, heads.keyDim());
            }
        }
        // SGLang and TensorRT-LLM keep the tables in FP32.
        boolean wide = deployment.engine() == ServingEngine.SGLANG || deployment.engine() == ServingEngine.TENSORRT_LLM;
        return new LoadedWeights(
                architecture.positions().orElse(0) * rotated * (wide ? FP32_BYTES : BF16_BYTES),
                stageShare * absorbed,
                stageShare * padding(deployment),
                Allocator.roundingBytes(architecture, deployment.weights(), layout));
    }

    private static LatentAttention latent(Attention attention) {
        if (attention instanceof SparseLatentAttention sparse) {
            return sparse.latent();
        }
        return attention instanceof LatentAttention latent ? latent : null;
    }

    private static double padding(Deployment deployment) {
        WeightRecipe recipe = deployment.weights();
        ParallelLayout layout = deployment.layout();
        if (recipe.of(TensorGroup.EXPERTS) != WeightFormat.MXFP4) {
            return 0;
        }
        double bytes = 0;
        for (FeedForwardGroup group : deployment.architecture().feedForward()) {
            if (group.feedForward() instanceof MixtureOfExperts f) {
                double own = (double) f.intermediateSize() * layout.expertParallel() / layout.stageGpus();
                double width = f.expertHiddenSize(deployment.architecture().hiddenSize());
                double each = usesTriton(deployment) ? triton(own, width, f.matrices()) : marlin(own, width, f.matrices());
                bytes += group.layers() * (double) f.experts() / layout.expertParallel() * each;
            }
        }
        return bytes;
    }

    /** vLLM's kernels of MXFP4 experts on Hopper: Triton's from 0.11 on, and in between Marlin's once more. */
    private static boolean usesTriton(Deployment deployment) {
        return deployment.engine() != ServingEngine.VLLM || deployment.engineVersion()
                .map(version -> version.isAtLeast(0, 11) && !version.isAtLeast(0, 19)).orElse(false);
    }

    /** Width per rank to 128, the model's to 256, scales as well. */
    private static double marlin(double own, double width, int matrices) {
        return matrices * (up(own, 128) * up(width, 256) - own * width) * WeightFormat.MXFP4.bytesPerElement();
    }

    /** Width per rank to 64; the summed dimension of packed values to 256. */
    private static double triton(double own, double width, int matrices) {
        double rows = up(own, 64);
        double first = (matrices - 1) * (rows * up(width, 256) - own * width);
        double last = width * up(rows, 256) - own * width;
        return (first + last) * PACKED_BYTES;
    }

    private static double up(double size, int multiple) {
        return Math.ceil(size / multiple) * multiple;
    }

    /** All of it, bytes. */
    public double bytes() {
        return rotationBytes + absorbedBytes + paddingBytes + allocatorBytes;
    }
}
