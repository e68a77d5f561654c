package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.math.Exponential;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoFeedForward;

/**
 * Operators of a group of feed-forward layers on one GPU of a stage of {@code n} GPUs.
 */
final class FeedForwardOperators implements FeedForward.Cases<Void> {

    private final Operators pass;
    private final Precision precision;
    private final DeviceCalibration calibration;
    private final double layers;
    private final double hiddenSize;
    private final ParallelLayout layout;
    private final Collectives collectives;

    FeedForwardOperators(
            Operators pass, Precision precision, DeviceCalibration calibration, double layers, int hiddenSize,
            ParallelLayout layout, Collectives collectives) {
        this.pass = pass;
        this.precision = precision;
        this.calibration = calibration;
        this.layers = layers;
        this.hiddenSize = hiddenSize;
        this.layout = layout;
        this.collectives = collectives;
    }

    @Override
    public Void dense(DenseFeedForward f) {
        double width = (double) f.intermediateSize() / layout.stageGpus();
        unit("dense-up-projection", "dense-down-projection", precision.dense(), Rows.ALL_TOKENS, f.matrices(), width);
        return null;
    }

    /** Operators of one unit. Names are constants: a pass is laid out for every answer. */
    private void unit(String up, String down, MatrixMode mode, Rows rows, int matrices, double width) {
        pass.gemm(up, layers, mode, rows, (matrices - 1) * width, hiddenSize);
        pass.gemm(down, layers, mode, rows, hiddenSize, width);
    }

    @Override
    public Void mixture(MixtureOfExperts f) {
        pass.gemm("router", layers, precision.router(), Rows.TOKENS, f.experts() + f.zeroExperts(), hiddenSize);
        if (f.latentSize() > 0) {
            pass.gemm("expert-latent-projection", 2 * layers, precision.dense(), Rows.TOKENS, f.latentSize(),
                    hiddenSize);
        }
        routed(f);
        if (f.denseResidualSize() > 0) {
            unit("dense-up-projection", "dense-down-projection", precision.dense(), Rows.ALL_TOKENS, f.matrices(),
                    (double) f.denseResidualSize() / layout.stageGpus());
        }
        if (f.sharedIntermediateSize() > 0) {
            boolean whole = layout.attentionDataParallel() > 1;
            unit("shared-expert-up-projection", "shared-expert-down-projection", precision.shared(), whole ? Rows.TOKENS : Rows.ALL_TOKENS, f.matrices(),
                    whole ? f.sharedIntermediateSize() : (double) f.sharedIntermediateSize() / layout.stageGpus());
        }
        if (layout.attentionDataParallel() > 1) {
            exchange(f);
        }
        return null;
    }

    private void routed(MixtureOfExperts f) {
        double expertParallel = layout.expertParallel();
        double width = f.intermediateSize() / (layout.stageGpus() / expertParallel);
        double expertHidden = f.latentSize() > 0 ? f.latentSize() : hiddenSize;
        pass.experts("routed-experts", layers,
                new RoutedExperts(calibration, precision.experts(), f, expertParallel, expertHidden, width));
    }

    /** Other ranks that hold an expert of a token whose {@code chosen} experts lie anywhere: {@code (n−1)(1−(1−1/n)^k)}. */
    private static double remoteRanks(int ranks, int chosen) {
        return (ranks - 1) * (1 - Exponential.pow(1 - 1.0 / ranks, chosen));
    }

    /** Tokens travel to the ranks of their experts and back. */
    private void exchange(MixtureOfExperts f) {
        int ranks = layout.stageGpus();
        double peers = layout.expertParallel() == 1 ? ranks - 1 : remoteRanks(ranks, f.expertsPerToken());
        double dispatchBytes = precision.experts().activationBytesPerElement() < 1
                ? precision.experts().activationBytesPerElement() : 1;
        double exchanged = f.latentSize() > 0 ? f.latentSize() : hiddenSize;
        double wireBytesPerToken = peers * exchanged * (dispatchBytes + 2) / 2;
        pass.collective("expert-exchange", 2 * layers, collectives.allToAll(wireBytesPerToken, ranks));
    }

    @Override
    public Void none(NoFeedForward f) {
        return null;
    }
}
