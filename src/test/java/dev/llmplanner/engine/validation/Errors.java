package dev.llmplanner.engine.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Relative errors of estimates against measurements. */
final class Errors {

    private final List<Double> ratios = new ArrayList<>();

    void add(double estimated, double measured) {
        ratios.add(estimated / measured);
    }

    int count() {
        return ratios.size();
    }

    /** Of |estimated / measured − 1|. */
    double median() {
        return quantile(absolute(), 0.5);
    }

    double mean() {
        return absolute().stream().mapToDouble(error -> error).average().orElse(Double.NaN);
    }

    double p90() {
        return quantile(absolute(), 0.9);
    }

    double max() {
        return quantile(absolute(), 1);
    }

    /** Median of estimated / measured − 1. */
    double bias() {
        return quantile(ratios.stream().map(ratio -> ratio - 1).sorted().toList(), 0.5);
    }

    private List<Double> absolute() {
        return ratios.stream().map(ratio -> Math.abs(ratio - 1)).sorted().toList();
    }

    private static double quantile(List<Double> sorted, double fraction) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double position = fraction * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        List<Double> values = Collections.unmodifiableList(sorted);
        return values.get(below) + (position - below) * (values.get(above) - values.get(below));
    }

    /** Median, mean, ninetieth percentile and bias, in per cent. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.1f %6.1f %6.1f %+6.1f",
                100 * median(), 100 * mean(), 100 * p90(), 100 * bias());
    }
}
