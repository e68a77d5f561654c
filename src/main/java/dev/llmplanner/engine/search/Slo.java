package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.Latency;

/**
 * Limits on latency. A figure within 10⁻⁹ of its limit keeps it, on every runtime.
 *
 * @param ttftSeconds time to first token; infinite where nothing is asked
 * @param tpotSeconds time per output token; infinite where nothing is asked
 * @param percentile  of the requests
 */
public record Slo(double ttftSeconds, double tpotSeconds, Percentile percentile) {

    /** No limit. */
    public static final Slo NONE = new Slo(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Percentile.MEAN);

    static final double NEAR = 1 + 1e-9;

    public Slo {
        if (!(ttftSeconds > 0) || !(tpotSeconds > 0)) {
            throw new IllegalArgumentException("ttftSeconds " + ttftSeconds + ", tpotSeconds " + tpotSeconds);
        }
    }

    public boolean hasTtft() {
        return ttftSeconds < Double.POSITIVE_INFINITY;
    }

    public boolean hasTpot() {
        return tpotSeconds < Double.POSITIVE_INFINITY;
    }

    public boolean ttftMet(Latency latency) {
        return !hasTtft() || latency.ttftSeconds() <= ttftSeconds * NEAR;
    }

    public boolean tpotMet(Latency latency) {
        return !hasTpot() || latency.tpotSeconds() <= tpotSeconds * NEAR;
    }

    /** Whether latency at the percentile keeps both. */
    public boolean isMet(Latency latency) {
        return tpotMet(latency) && ttftMet(latency);
    }

    /** The limits on estimates where measurements are that many times them. */
    public Slo whereMeasured(double ttftFactor, double tpotFactor) {
        return new Slo(ttftSeconds / ttftFactor, tpotSeconds / tpotFactor, percentile);
    }
}
