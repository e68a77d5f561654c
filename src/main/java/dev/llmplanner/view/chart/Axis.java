package dev.llmplanner.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One axis. Its first and last tick are its ends.
 *
 * @param title quantity with its unit
 * @param ticks in rising order, each with the text that stands there
 */
public record Axis(String title, Scale scale, List<Amount> ticks) {
    private static final int MOST_TICKS = 8;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    public Axis {
        ticks = List.copyOf(ticks);
        if (ticks.size() < 2) {
            throw new IllegalArgumentException("an axis needs two ticks");
        }
    }

    /** How values become lengths. */
    public enum Scale {
        LINEAR("value"),
        LOGARITHMIC("log");

        private final String code;

        Scale(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** From zero to at least {@code highest}, in steps of 1, 2, 2.5 or 5 times a power of ten. */
    public static Axis linear(String title, double highest, DoubleFunction<String> text) {
        double wanted = (highest > 0 ? highest : 1) / 5;
        double power = 1;
        while (power * 10 <= wanted) {
            power *= 10;
        }
        while (power > wanted) {
            power /= 10;
        }
        double step = power;
        for (double factor : STEPS) {
            step = factor * power;
            if (step >= wanted) {
                break;
            }
        }
        List<Amount> ticks = new ArrayList<>();
        int count = Math.max(1, (int) Math.ceil(highest / step - 1e-9));
        for (int i = 0; i <= count; i++) {
            ticks.add(new Amount(i * step, text.apply(i * step)));
        }
        return new Axis(title, Scale.LINEAR, ticks);
    }

    /** From as far below zero as above it, at least {@code greatest}, with the steps of {@link #linear}. */
    public static Axis aroundZero(String title, double greatest, DoubleFunction<String> text) {
        List<Amount> ticks = new ArrayList<>();
        List<Amount> above = linear(title, greatest, text).ticks();
        for (int i = above.size() - 1; i > 0; i--) {
            ticks.add(new Amount(-above.get(i).value(), text.apply(-above.get(i).value())));
        }
        ticks.addAll(above);
        return new Axis(title, Scale.LINEAR, ticks);
    }

    /**
     * From a power of {@code base} at or below {@code lowest} to one at or above {@code highest}, thinned to eight ticks. One
     * or two decades have ticks at 2 and 5 too.
     *
     * @param base   2 for what doubles, such as context; 10 for what spans magnitudes
     * @param lowest above zero
     */
    public static Axis logarithmic(
            String title, int base, double lowest, double highest, DoubleFunction<String> text) {
        if (!(lowest > 0) || !(highest >= lowest)) {
            throw new IllegalArgumentException("no range for a logarithmic axis: " + title);
        }
        double first = 1;
        while (first > lowest) {
            first /= base;
        }
        while (first * base <= lowest) {
            first *= base;
        }
        int powers = 1;
        for (double last = first * base; last < highest; last *= base) {
            powers++;
        }
        int every = (powers + MOST_TICKS - 2) / (MOST_TICKS - 1);
        List<Amount> ticks = new ArrayList<>();
        double at = first;
        for (int i = 0; i < powers + every; i++) {
            if (i % every == 0) {
                ticks.add(new Amount(at, text.apply(at)));
            }
            if (base == 10 && powers <= 2 && i < powers) {
                ticks.add(new Amount(2 * at, text.apply(2 * at)));
                ticks.add(new Amount(5 * at, text.apply(5 * at)));
            }
            at *= base;
        }
        return new Axis(title, Scale.LOGARITHMIC, ticks);
    }

    List<String> texts() {
        return ticks.stream().map(Amount::text).toList();
    }

    double lowest() {
        return ticks.get(0).value();
    }

    double highest() {
        return ticks.get(ticks.size() - 1).value();
    }

    /** Where on the axis that value stands: 0 at the first tick, 1 at the last. */
    double share(double value) {
        return scale == Scale.LINEAR
                ? (value - lowest()) / (highest() - lowest())
                : Math.log(value / lowest()) / Math.log(highest() / lowest());
    }
}
