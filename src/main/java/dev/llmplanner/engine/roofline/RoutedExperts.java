package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.math.Exponential;
import dev.llmplanner.engine.model.MixtureOfExperts;

/**
 * The fused kernel of one layer's routed experts on one GPU of a stage.
 *
 * <p>An expert's matrix product at few rows behaves as if it had {@code smallBatchRows} more.
 */
final class RoutedExperts {

    /** Bytes per element of what a fused expert kernel reads and writes beside its weights. */
    private static final double ACTIVATION_BYTES = 1.5;

    private final DeviceCalibration calibration;
    private final MatrixMode mode;
    private final double experts;
    private final double logMissed;
    private final double chosen;
    private final double expertParallel;
    private final double surplus;
    private final double elements;
    private final double activationBytes;

    /**
     * @param hidden width of what the experts read
     * @param width  of one expert on this GPU
     */
    RoutedExperts(
            DeviceCalibration calibration, MatrixMode mode, MixtureOfExperts f, double expertParallel, double hidden, double width) {
        this.calibration = calibration;
        this.mode = mode;
        this.experts = f.experts();
        this.chosen = f.computedExpertsPerToken();
        this.logMissed = DeviceCalibration.logMissed(f);
        this.expertParallel = expertParallel;
        this.surplus = expertParallel == 1
                ? 0 : calibration.expertImbalance() * Math.sqrt(2 * Exponential.log(expertParallel) * expertParallel);
        this.elements = f.matrices() * hidden * width;
        this.activationBytes = (2 * hidden + f.matrices() * width) * ACTIVATION_BYTES;
    }

    Kernel kernel() {
        return mode.experts();
    }

    double peakFlopPerSecond() {
        return mode.peakFlopPerSecond();
    }

    /** That a step of so many tokens over all ranks reads. */
    double distinct(double tokens) {
        return calibration.distinctExperts(experts, logMissed, tokens);
    }

    /** How much the fullest rank has beyond the mean: {@code 1 + c·sqrt(2·ln(e)·e / (T·k))}, under uniform routing. */
    private double imbalance(double choices) {
        return surplus == 0 ? 1 : 1 + surplus / Math.sqrt(choices);
    }

    /** Choices of experts that the fullest rank computes. */
    double fullest(double tokens) {
        double choices = tokens * chosen;
        return imbalance(choices) * choices / expertParallel;
    }

    double flop(double tokens) {
        return 2 * fullest(tokens) * elements;
    }

    double bytes(double tokens, double distinct) {
        return distinct / expertParallel * elements * mode.weightBytesPerElement() + fullest(tokens) * activationBytes;
    }

    /** Factor on compute time alone. */
    double penalty(double tokens, double distinct) {
        return 1 + calibration.smallBatchRows() * distinct / (tokens * chosen);
    }

    /** Latency beside the kernel's own. */
    double extraSeconds(double distinct) {
        return calibration.expertSeconds() * distinct / expertParallel;
    }

    /** What {@code count} calls take on a device. */
    ExpertSeconds seconds(double count, KernelEfficiency efficiency, double bandwidthBytesPerSecond) {
        return new ExpertSeconds(this,
                count * efficiency.computeSeconds(2 * elements, mode.peakFlopPerSecond()),
                count * efficiency.memorySeconds(
                        elements * mode.weightBytesPerElement() / expertParallel, bandwidthBytesPerSecond),
                count * efficiency.memorySeconds(activationBytes, bandwidthBytesPerSecond),
                count * calibration.expertSeconds() / expertParallel);
    }
}
