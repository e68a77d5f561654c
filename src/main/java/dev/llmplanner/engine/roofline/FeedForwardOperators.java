package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoFeedForward;

/**
 * Operators of a group of feed-forward layers on one GPU of a stage of {@code n} GPUs.
 *
 * <p>An expert's matrix product at few rows behaves as if it had {@code smallBatchRows} more.
 */
final class FeedForwardOperators implements FeedForward.Cases<Void> {

    /** Bytes per element of what a fused expert kernel reads and writes beside its weights. */
    private static final double EXPERT_ACTIVATION_BYTES = 1.5;

    private final PassBuilder pass;
    private final Precision precision;
    private final DeviceCalibration calibration;
    private final double layers;
    private final double hiddenSize;
    private final ParallelLayout layout;
    private final double tokens;
    private final Collectives collectives;

    FeedForwardOperators(
            PassBuilder pass, Precision precision, DeviceCalibration calibration, double layers, int hiddenSize,
            ParallelLayout layout, double tokens, Collectives collectives) {
        this.pass = pass;
        this.precision = precision;
        this.calibration = calibration;
        this.layers = layers;
        this.hiddenSize = hiddenSize;
        this.layout = layout;
        this.tokens = tokens;
        this.collectives = collectives;
    }

    @Override
    public Void dense(DenseFeedForward f) {
        double width = (double) f.intermediateSize() / layout.stageGpus();
        unit("dense-up-projection", "dense-down-projection", precision.dense(), tokens, f.matrices(), width);
        return null;
    }

    /** Operators of one unit. Names are constants: a pass is laid out for every answer. */
    private void unit(String up, String down, MatrixMode mode, double rows, int matrices, double width) {
        pass.gemm(up, layers, mode, rows, (matrices - 1) * width, hiddenSize);
        pass.gemm(down, layers, mode, rows, hiddenSize, width);
    }

    @Override
    public Void mixture(MixtureOfExperts f) {
        double tokensPerRank = tokens / layout.attentionDataParallel();
        pass.gemm("router", layers, precision.router(), tokensPerRank, f.experts() + f.zeroExperts(), hiddenSize);
        if (f.latentSize() > 0) {
            pass.gemm("expert-latent-projection", 2 * layers, precision.dense(), tokensPerRank, f.latentSize(),
                    hiddenSize);
        }
        routed(f);
        if (f.denseResidualSize() > 0) {
            unit("dense-up-projection", "dense-down-projection", precision.dense(), tokens, f.matrices(),
                    (double) f.denseResidualSize() / layout.stageGpus());
        }
        if (f.sharedIntermediateSize() > 0) {
            boolean whole = layout.attentionDataParallel() > 1;
            unit("shared-expert-up-projection", "shared-expert-down-projection", precision.shared(), whole ? tokensPerRank : tokens, f.matrices(),
                    whole ? f.sharedIntermediateSize() : (double) f.sharedIntermediateSize() / layout.stageGpus());
        }
        if (layout.attentionDataParallel() > 1) {
            exchange(f, tokensPerRank);
        }
        return null;
    }

    private void routed(MixtureOfExperts f) {
        MatrixMode mode = precision.experts();
        double chosen = f.computedExpertsPerToken();
        double expertParallel = layout.expertParallel();
        double width = f.intermediateSize() / (layout.stageGpus() / expertParallel);
        double expertHidden = f.latentSize() > 0 ? f.latentSize() : hiddenSize;
        double elements = f.matrices() * expertHidden * width;
        double choices = tokens * chosen;
        double distinct = calibration.distinctExperts(f, tokens);
        double imbalance = imbalance(expertParallel, choices);
        double flop = imbalance * 2 * choices / expertParallel * elements;
        double bytes = distinct / expertParallel * elements * mode.weightBytesPerElement()
                + imbalance * choices / expertParallel * (2 * expertHidden + f.matrices() * width) * EXPERT_ACTIVATION_BYTES;
        pass.add("routed-experts", mode.experts(), layers, flop, mode.peakFlopPerSecond(), bytes,
                1 + calibration.smallBatchRows() * distinct / choices, calibration.expertSeconds() * distinct / expertParallel);
    }

    /** How much the fullest rank has beyond the mean: {@code 1 + c·sqrt(2·ln(e)·e / (T·k))}, under uniform routing. */
    private double imbalance(double expertParallel, double choices) {
        return expertParallel == 1
                ? 1
                : 1 + calibration.expertImbalance()
                        * Math.sqrt(2 * Math.log(expertParallel) * expertParallel / choices);
    }

    /** Other ranks that hold an expert of a token whose {@code chosen} experts lie anywhere: {@code (n−1)(1−(1−1/n)^k)}. */
    private static double remoteRanks(int ranks, int chosen) {
        return (ranks - 1) * (1 - Math.pow(1 - 1.0 / ranks, chosen));
    }

    /** Tokens travel to the ranks of their experts and back. */
    private void exchange(MixtureOfExperts f, double tokensPerRank) {
        int ranks = layout.stageGpus();
        double peers = layout.expertParallel() == 1 ? ranks - 1 : remoteRanks(ranks, f.expertsPerToken());
        double dispatchBytes = precision.experts().activationBytesPerElement() < 1
                ? precision.experts().activationBytesPerElement() : 1;
        double exchanged = f.latentSize() > 0 ? f.latentSize() : hiddenSize;
        double wireBytes = tokensPerRank * peers * exchanged * (dispatchBytes + 2) / 2;
        pass.collective("expert-exchange", 2 * layers, collectives.allToAll(wireBytes, ranks));
    }

    @Override
    public Void none(NoFeedForward f) {
        return null;
    }
}
