package dev.llmplanner.view.accuracy;

import dev.llmplanner.view.accuracy.Scored.Held;
import java.util.ArrayList;
import java.util.List;

/**
 * Errors of some rows, as {@code docs/accuracy.md} states them: |estimated / measured − 1|.
 *
 * @param bias   median of estimated / measured − 1
 * @param within share with an error of at most 20 %
 */
record ErrorFigures(int count, double median, double mean, double p90, double within, double bias) {

    private static final double CLOSE = 0.2;

    /** Of at least one row. */
    static ErrorFigures of(List<Scored> rows, Held held) {
        List<Double> ratios = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double sum = 0;
        int close = 0;
        for (Scored row : rows) {
            double ratio = row.ratio(held);
            double error = Math.abs(ratio - 1);
            ratios.add(ratio);
            errors.add(error);
            sum += error;
            close += error <= CLOSE ? 1 : 0;
        }
        ratios.sort(Double::compare);
        errors.sort(Double::compare);
        return new ErrorFigures(rows.size(), quantile(errors, 0.5), sum / rows.size(), quantile(errors, 0.9),
                (double) close / rows.size(), quantile(ratios, 0.5) - 1);
    }

    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
