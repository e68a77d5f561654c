package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.roofline.OperatorCost.Bound;
import dev.llmplanner.engine.roofline.OperatorCost.Phase;
import java.util.ArrayList;
import java.util.List;

/** Sums operators while a pass is laid out. Confined to one call of {@link ForwardPass}. */
final class PassBuilder {

    /** A power whose root is exact arithmetic, the same in every browser, and quick. */
    private static final double EXACT_POWER = 4;

    private final DeviceCalibration calibration;
    private final double bandwidthBytesPerSecond;
    private final Phase phase;
    private final boolean listsOperators;
    private final List<OperatorCost> operators = new ArrayList<>();
    private double seconds;
    private double memorySeconds;
    private double computeSeconds;
    private double interconnectSeconds;
    private double memoryBytes;

    PassBuilder(
            DeviceCalibration calibration, double bandwidthBytesPerSecond, Phase phase, boolean listsOperators) {
        this.calibration = calibration;
        this.bandwidthBytesPerSecond = bandwidthBytesPerSecond;
        this.phase = phase;
        this.listsOperators = listsOperators;
    }

    /** A plain matrix product of {@code m × k} by {@code k × n}, called {@code count} times. */
    void gemm(String name, double count, MatrixMode mode, double m, double n, double k) {
        double bytes = n * k * mode.weightBytesPerElement() + m * k * mode.activationBytesPerElement() + 2 * m * n;
        add(name, mode.gemm(), count, 2 * m * n * k, mode.peakFlopPerSecond(), bytes, 1);
    }

    /**
     * A kernel called {@code count} times.
     *
     * @param penalty factor on compute time alone, ≥ 1
     */
    void add(String name, Kernel kernel, double count, double flop, double peakFlopPerSecond, double bytes,
            double penalty) {
        add(name, kernel, count, flop, peakFlopPerSecond, bytes, penalty, 0);
    }

    /**
     * A kernel with a latency beside its usual one.
     *
     * @param extraSeconds of each call
     */
    void add(String name, Kernel kernel, double count, double flop, double peakFlopPerSecond, double bytes,
            double penalty, double extraSeconds) {
        if (count <= 0) {
            return;
        }
        KernelEfficiency efficiency = calibration.of(kernel);
        double compute = flop / peakFlopPerSecond / efficiency.computeFraction();
        double memory = bytes / bandwidthBytesPerSecond / efficiency.memoryFraction();
        double work = kernel.overlaps()
                ? smoothMaximum(compute * penalty, memory)
                : compute * penalty + memory;
        double total = count * (efficiency.fixedSeconds() + extraSeconds + work);
        boolean memoryBound = memory >= compute;
        if (memoryBound) {
            memorySeconds += count * memory;
        } else {
            computeSeconds += count * compute;
        }
        memoryBytes += count * bytes;
        seconds += total;
        record(name, count, count * flop, count * bytes, total, memoryBound ? Bound.MEMORY : Bound.COMPUTE);
    }

    /** A collective called {@code count} times. */
    void collective(String name, double count, Collectives.Cost cost) {
        if (count <= 0) {
            return;
        }
        double total = count * (cost.fixedSeconds() + cost.transferSeconds());
        seconds += total;
        interconnectSeconds += count * cost.transferSeconds();
        record(name, count, 0, count * cost.wireBytes(), total, Bound.INTERCONNECT);
    }

    /** Layers of different groups launch the same projections: a reader wants one line for them. */
    private void record(String name, double count, double flop, double bytes, double total, Bound bound) {
        if (!listsOperators) {
            return;
        }
        for (int i = 0; i < operators.size(); i++) {
            OperatorCost other = operators.get(i);
            if (other.name().equals(name) && other.flop() * count == flop * other.count()
                    && other.bytes() * count == bytes * other.count()) {
                operators.set(i, new OperatorCost(phase, name, other.count() + count, other.flop() + flop,
                        other.bytes() + bytes, other.seconds() + total, bound));
                return;
            }
        }
        operators.add(new OperatorCost(phase, name, count, flop, bytes, total, bound));
    }

    private double smoothMaximum(double a, double b) {
        double larger = Math.max(a, b);
        if (larger == 0) {
            return 0;
        }
        double ratio = Math.min(a, b) / larger;
        double power = calibration.smoothMaximumPower();
        if (power == EXACT_POWER) {
            return larger * Math.sqrt(Math.sqrt(1 + ratio * ratio * ratio * ratio));
        }
        return larger * Math.pow(1 + Math.pow(ratio, power), 1 / power);
    }

    PassCost build() {
        return new PassCost(operators, seconds, memorySeconds, computeSeconds, interconnectSeconds, memoryBytes);
    }
}
