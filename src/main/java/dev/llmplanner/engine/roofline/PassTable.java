package dev.llmplanner.engine.roofline;

import java.util.ArrayList;
import java.util.List;

/**
 * Seconds of a pass at any number of sequences and prompt tokens, of contexts and lengths that stay the same.
 *
 * <p>The operators are laid out once. What is linear in its rows is summed then and there, and so is the smooth maximum of two
 * times that both grow with the rows alone. Left for each load are matrix products, whose weights are read whatever the rows,
 * routed experts and the roots of collectives. The seconds are those of {@link ForwardPass#cost}, in another order of
 * additions.
 */
public final class PassTable {

    private static final int STRIDE = 4;

    private final double tokensPerSequence;
    private final double promptTokens;
    private final int ranks;
    private final double power;
    private final double always;
    private final double whileDecoding;
    private final double whilePrefilling;
    private final double perToken;
    private final double perRootToken;
    private final double perTokenOfAll;
    private final double perSampled;
    private final double perSequence;
    private final double perPromptToken;
    private final List<ExpertSeconds> experts;
    private final Products products;
    private final int from;
    private final int to;

    private PassTable(PassShape shape, Sums sums) {
        this.tokensPerSequence = shape.tokensPerSequence();
        this.promptTokens = shape.promptTokens();
        this.ranks = sums.ranks;
        this.power = sums.calibration.smoothMaximumPower();
        this.always = sums.always;
        this.whileDecoding = sums.whileDecoding;
        this.whilePrefilling = sums.whilePrefilling;
        this.perToken = sums.perToken;
        this.perRootToken = sums.perRootToken;
        this.perTokenOfAll = sums.perTokenOfAll;
        this.perSampled = sums.perSampled;
        this.perSequence = sums.perSequence;
        this.perPromptToken = sums.perPromptToken;
        this.experts = sums.experts;
        this.products = sums.products;
        this.from = sums.from;
        this.to = products.used;
    }

    /** Matrix products of many tables, one after the other: one array for all is sooner there than one for each. */
    public static final class Products {
        private double[] values = new double[64 * STRIDE];
        private int used;

        /** Makes room for other tables. Those before may not be asked any more. */
        public void clear() {
            used = 0;
        }

        private void add(Rows rows, double computeEach, double memory, double memoryEach) {
            if (used == values.length) {
                double[] more = new double[2 * used];
                System.arraycopy(values, 0, more, 0, used);
                values = more;
            }
            values[used] = rows == Rows.TOKENS ? 0 : rows == Rows.ALL_TOKENS ? 1 : 2;
            values[used + 1] = computeEach;
            values[used + 2] = memory;
            values[used + 3] = memoryEach;
            used += STRIDE;
        }
    }

    /** Takes the operators of one table. */
    static final class Sums implements Operators {
        private final DeviceCalibration calibration;
        private final double bandwidthBytesPerSecond;
        private final int ranks;
        private final Products products;
        private final int from;
        private List<ExpertSeconds> experts = List.of();
        private double always;
        private double whileDecoding;
        private double whilePrefilling;
        private double perToken;
        private double perRootToken;
        private double perTokenOfAll;
        private double perSampled;
        private double perSequence;
        private double perPromptToken;

        Sums(DeviceCalibration calibration, double bandwidthBytesPerSecond, int ranks, Products products) {
            this.calibration = calibration;
            this.bandwidthBytesPerSecond = bandwidthBytesPerSecond;
            this.ranks = ranks;
            this.products = products;
            this.from = products.used;
        }

        PassTable table(PassShape shape) {
            return new PassTable(shape, this);
        }

        @Override
        public void add(String name, Kernel kernel, double count, Rows rows, double flopEach, double peakFlopPerSecond,
                double bytes, double bytesEach) {
            if (count <= 0) {
                return;
            }
            KernelEfficiency efficiency = calibration.of(kernel);
            double compute = count * efficiency.computeSeconds(flopEach, peakFlopPerSecond);
            double memory = count * efficiency.memorySeconds(bytes, bandwidthBytesPerSecond);
            double memoryEach = count * efficiency.memorySeconds(bytesEach, bandwidthBytesPerSecond);
            double fixed = count * efficiency.fixedSeconds();
            if (!kernel.overlaps()) {
                add(rows, fixed + memory, compute + memoryEach);
            } else if (memory == 0) {
                add(rows, fixed, SmoothMaximum.of(compute, memoryEach, calibration.smoothMaximumPower()));
            } else {
                if (rows != Rows.TOKENS && rows != Rows.ALL_TOKENS && rows != Rows.PROMPT_TOKENS) {
                    throw new IllegalStateException("a matrix product over " + rows);
                }
                add(rows, fixed, 0);
                products.add(rows, compute, memory, memoryEach);
            }
        }

        private void add(Rows rows, double constant, double each) {
            switch (rows) {
                case TOKENS -> {
                    always += constant;
                    perToken += each;
                }
                case ALL_TOKENS -> {
                    always += constant;
                    perTokenOfAll += each;
                }
                case SAMPLED -> {
                    always += constant;
                    perSampled += each;
                }
                case SEQUENCES -> {
                    whileDecoding += constant;
                    perSequence += each;
                }
                case PROMPT_TOKENS -> {
                    whilePrefilling += constant;
                    perPromptToken += each;
                }
            }
        }

        @Override
        public void experts(String name, double count, RoutedExperts routed) {
            if (count > 0) {
                if (experts.isEmpty()) {
                    experts = new ArrayList<>(1);
                }
                KernelEfficiency efficiency = calibration.of(routed.kernel());
                always += count * efficiency.fixedSeconds();
                experts.add(routed.seconds(count, efficiency, bandwidthBytesPerSecond));
            }
        }

        @Override
        public void collective(String name, double count, Collectives.Cost cost) {
            if (count > 0) {
                always += count * cost.fixedSeconds();
                perRootToken += count * cost.secondsPerRootToken();
                perToken += count * cost.secondsPerToken();
            }
        }
    }

    /**
     * Seconds of a pass.
     *
     * @param sequences that decode, over all ranks
     * @param prompts   prompt tokens in the pass, over all ranks
     */
    public double seconds(double sequences, double prompts) {
        double decoded = sequences * tokensPerSequence;
        double all = decoded + prompts;
        double tokens = all / ranks;
        double sampled = (decoded + prompts / promptTokens) / ranks;
        double seconds = always + perToken * tokens + perTokenOfAll * all + perSampled * (sampled > 1 ? sampled : 1);
        if (perRootToken > 0) {
            seconds += perRootToken * Math.sqrt(tokens);
        }
        if (sequences > 0) {
            seconds += whileDecoding + perSequence * (sequences / ranks);
        }
        if (prompts > 0) {
            seconds += whilePrefilling + perPromptToken * (prompts / ranks);
        }
        double[] values = products.values;
        for (int at = from; at < to; at += STRIDE) {
            double rows = values[at] == 0 ? tokens : values[at] == 1 ? all : prompts / ranks;
            if (rows > 0) {
                seconds += SmoothMaximum.of(values[at + 1] * rows, values[at + 2] + values[at + 3] * rows, power);
            }
        }
        for (int i = 0; i < experts.size(); i++) {
            seconds += experts.get(i).of(all, power);
        }
        return seconds;
    }
}
