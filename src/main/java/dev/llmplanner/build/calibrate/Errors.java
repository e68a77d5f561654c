package dev.llmplanner.build.calibrate;

import java.util.Arrays;

/** Statistics of log ratios of estimates and measurements. */
final class Errors {

    private final double[] sorted;
    private final double[] absolute;

    Errors(double[] logRatios) {
        this.sorted = Arrays.stream(logRatios).filter(one -> !Double.isNaN(one)).sorted().toArray();
        this.absolute = Arrays.stream(sorted).map(one -> Math.abs(StrictMath.exp(one) - 1)).sorted().toArray();
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return quantile(absolute, 0.5);
    }

    double mean() {
        return Arrays.stream(absolute).average().orElse(Double.NaN);
    }

    double p90() {
        return quantile(absolute, 0.9);
    }

    double bias() {
        return StrictMath.exp(quantile(sorted, 0.5)) - 1;
    }

    /** Share with an error of at most {@code most}. */
    double within(double most) {
        return count() == 0 ? Double.NaN : Arrays.stream(absolute).filter(one -> one <= most).count() / (double) count();
    }

    /** Quantile of sorted values, interpolated. */
    static double quantile(double[] sorted, double fraction) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
