package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.roofline.OperatorCost.Bound;
import dev.llmplanner.engine.roofline.OperatorCost.Phase;
import java.util.ArrayList;
import java.util.List;

/** Sums operators of one shape while a pass is laid out. Confined to one call of {@link ForwardPass}. */
final class PassBuilder implements Operators {

    private final DeviceCalibration calibration;
    private final double bandwidthBytesPerSecond;
    private final PassShape shape;
    private final int ranks;
    private final boolean listsOperators;
    private final List<OperatorCost> operators = new ArrayList<>();
    private double seconds;
    private double memorySeconds;
    private double computeSeconds;
    private double interconnectSeconds;
    private double memoryBytes;

    /** @param ranks that share the tokens by attention data parallelism */
    PassBuilder(
            DeviceCalibration calibration, double bandwidthBytesPerSecond, PassShape shape, int ranks, boolean listsOperators) {
        this.calibration = calibration;
        this.bandwidthBytesPerSecond = bandwidthBytesPerSecond;
        this.shape = shape;
        this.ranks = ranks;
        this.listsOperators = listsOperators;
    }

    private double rows(Rows rows) {
        return switch (rows) {
            case TOKENS -> shape.tokens() / ranks;
            case ALL_TOKENS -> shape.tokens();
            case SAMPLED -> shape.sampledTokens(ranks);
            case SEQUENCES -> shape.decodeSequences() / ranks;
            case PROMPT_TOKENS -> shape.prefillTokens() / ranks;
        };
    }

    @Override
    public void add(String name, Kernel kernel, double count, Rows rows, double flopEach, double peakFlopPerSecond, double bytes,
            double bytesEach) {
        double m = rows(rows);
        if (m > 0) {
            add(name, kernel, count, flopEach * m, peakFlopPerSecond, bytes + bytesEach * m, 1, 0);
        }
    }

    @Override
    public void experts(String name, double count, RoutedExperts experts) {
        double tokens = shape.tokens();
        double distinct = experts.distinct(tokens);
        add(name, experts.kernel(), count, experts.flop(tokens), experts.peakFlopPerSecond(), experts.bytes(tokens, distinct),
                experts.penalty(tokens, distinct), experts.extraSeconds(distinct));
    }

    /**
     * @param penalty      factor on compute time alone, ≥ 1
     * @param extraSeconds of each call, beside the kernel's latency
     */
    private void add(String name, Kernel kernel, double count, double flop, double peakFlopPerSecond, double bytes,
            double penalty, double extraSeconds) {
        if (count <= 0) {
            return;
        }
        KernelEfficiency efficiency = calibration.of(kernel);
        double compute = efficiency.computeSeconds(flop, peakFlopPerSecond);
        double memory = efficiency.memorySeconds(bytes, bandwidthBytesPerSecond);
        double total = count * (efficiency.fixedSeconds() + extraSeconds
                + kernel.seconds(compute * penalty, memory, calibration.smoothMaximumPower()));
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

    @Override
    public void collective(String name, double count, Collectives.Cost cost) {
        if (count <= 0) {
            return;
        }
        double tokens = rows(Rows.TOKENS);
        double transfer = cost.secondsPerRootToken() * Math.sqrt(tokens) + cost.secondsPerToken() * tokens;
        double total = count * (cost.fixedSeconds() + transfer);
        seconds += total;
        interconnectSeconds += count * transfer;
        record(name, count, 0, count * cost.wireBytesPerToken() * tokens, total, Bound.INTERCONNECT);
    }

    /** Layers of different groups launch the same projections: a reader wants one line for them. */
    private void record(String name, double count, double flop, double bytes, double total, Bound bound) {
        if (!listsOperators) {
            return;
        }
        Phase phase = shape.decodeSequences() > 0 ? Phase.DECODE : Phase.PREFILL;
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

    PassCost build() {
        return new PassCost(operators, seconds, memorySeconds, computeSeconds, interconnectSeconds, memoryBytes);
    }
}
