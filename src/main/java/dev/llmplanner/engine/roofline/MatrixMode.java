package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.PeakRates;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a device multiplies by weights of one format.
 *
 * <p>FP8 weights use the FP8 units where there are any, INT8 the INT8 units, NVFP4 the FP4 units; otherwise weights are read narrow and
 * computed in 16 bits. MXFP4 experts compute in BF16 on Hopper and in FP8 on Blackwell, as the engines' kernels do.
 *
 * @param gemm                   kernel of a plain matrix product
 * @param experts                kernel of routed experts
 * @param peakFlopPerSecond      dense rate of the compute format
 * @param weightBytesPerElement  storage, scales included
 * @param activationBytesPerElement of the inputs of a plain matrix product
 */
public record MatrixMode(
        Kernel gemm,
        Kernel experts,
        double peakFlopPerSecond,
        double weightBytesPerElement,
        double activationBytesPerElement) {

    /** The mode for that format on that device; empty where no operator is covered or a rate is missing. */
    public static Optional<MatrixMode> of(WeightFormat format, Accelerator device) {
        PeakRates peaks = device.peaks();
        OptionalDouble half = peaks.halfFlopPerSecond();
        boolean blackwell = device.calibration() == CalibrationClass.BLACKWELL
                || device.calibration() == CalibrationClass.BLACKWELL_WORKSTATION;
        double bytes = format.bytesPerElement();
        return switch (format) {
            case BF16, FP16 -> mode(Kernel.GEMM_BF16, Kernel.MOE_BF16, half, bytes, 2);
            case FP8 -> peaks.fp8FlopPerSecond().isPresent()
                    ? mode(Kernel.GEMM_FP8, Kernel.MOE_FP8_BLOCK, peaks.fp8FlopPerSecond(), bytes, 1)
                    : weightOnly(half, bytes);
            case FP8_BLOCK -> peaks.fp8FlopPerSecond().isPresent()
                    ? mode(Kernel.GEMM_FP8_BLOCK, Kernel.MOE_FP8_BLOCK, peaks.fp8FlopPerSecond(), bytes, 1)
                    : weightOnly(half, bytes);
            case NVFP4 -> peaks.fp4FlopPerSecond().isPresent() && blackwell
                    ? mode(Kernel.GEMM_FP4, Kernel.MOE_FP4, peaks.fp4FlopPerSecond(), bytes, 0.5625)
                    : weightOnly(half, bytes);
            case MXFP4 -> mode(
                    Kernel.GEMM_WEIGHT_ONLY,
                    Kernel.MOE_MXFP4,
                    blackwell ? peaks.fp8FlopPerSecond() : half,
                    bytes,
                    2);
            case INT4 -> weightOnly(half, bytes);
            case INT8 -> peaks.int8FlopPerSecond().isPresent()
                    ? mode(Kernel.GEMM_INT8, Kernel.MOE_INT8, peaks.int8FlopPerSecond(), bytes, 1)
                    : weightOnly(half, bytes);
            // llama.cpp's kernels have no calibrated efficiency.
            case GGUF_Q8_0, GGUF_Q6_K, GGUF_Q5_K_M, GGUF_Q4_K_M -> Optional.empty();
        };
    }

    private static Optional<MatrixMode> weightOnly(OptionalDouble half, double bytes) {
        return mode(Kernel.GEMM_WEIGHT_ONLY, Kernel.MOE_WEIGHT_ONLY, half, bytes, 2);
    }

    private static Optional<MatrixMode> mode(
            Kernel gemm, Kernel experts, OptionalDouble peak, double weightBytes, double activationBytes) {
        return peak.isPresent()
                ? Optional.of(new MatrixMode(gemm, experts, peak.getAsDouble(), weightBytes, activationBytes))
                : Optional.empty();
    }
}
