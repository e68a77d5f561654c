package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.math.Exponential;

/** Two times that overlap: {@code (aᵖ + bᵖ)^(1/p)}. */
final class SmoothMaximum {

    /** A power whose root is exact arithmetic, and quick. */
    private static final double QUICK_POWER = 4;

    private SmoothMaximum() {}

    static double of(double a, double b, double power) {
        double larger = a > b ? a : b;
        if (larger == 0) {
            return 0;
        }
        double ratio = (a > b ? b : a) / larger;
        if (power == QUICK_POWER) {
            double square = ratio * ratio;
            return larger * Math.sqrt(Math.sqrt(1 + square * square));
        }
        return larger * Exponential.pow(1 + Exponential.pow(ratio, power), 1 / power);
    }
}
