package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.math.Exponential;

/**
 * Where 80 % of measurements fall around an estimate, as factors on it.
 *
 * <p>Quantiles come from measurements that calibration left out: one cell, one accelerator, one engine, one model
 * family. Independent widenings add in log space: {@code log² = cell² + Σ(situation² − cell²) + (1.2816·extra)²}.
 *
 * @param cell           a model, device and engine each measured somewhere
 * @param accelerator    a device that wasn't measured, of a measured class
 * @param engine         an engine that wasn't measured
 * @param family         a model family that wasn't measured
 * @param pools          prefill and decode on GPUs of their own, each part measured somewhere
 */
public record Uncertainty(
        Quantiles cell, Quantiles accelerator, Quantiles engine, Quantiles family, Quantiles pools) {

    /** Standard normal deviate of the ninetieth percentile. */
    private static final double P90 = 1.2816;

    /** Factors for one situation. */
    public record Quantiles(Range tpot, Range throughput, Range ttft) {}

    /**
     * Measured divided by estimated.
     *
     * @param lowFraction  tenth percentile, in (0, 1]
     * @param highFraction ninetieth percentile, ≥ 1
     */
    public record Range(double lowFraction, double highFraction) {

        /** The band around that estimate. */
        public Band around(double estimate) {
            return new Band(estimate * lowFraction, estimate, estimate * highFraction);
        }
    }

    /**
     * What isn't known about a deployment's speed.
     *
     * @param newAccelerator a device that wasn't measured
     * @param newClass       no device of its class was
     * @param extraLogSd     of the device class, in natural log
     */
    public record Situation(
            boolean newAccelerator, boolean newClass, boolean newEngine, boolean newFamily, double extraLogSd) {}

    /** The factors in that situation. */
    public Quantiles in(Situation situation) {
        return new Quantiles(
                widen(situation, cell.tpot(), accelerator.tpot(), engine.tpot(), family.tpot()),
                widen(situation, cell.throughput(), accelerator.throughput(), engine.throughput(),
                        family.throughput()),
                widen(situation, cell.ttft(), accelerator.ttft(), engine.ttft(), family.ttft()));
    }

    /** The factors of separate pools in that situation. */
    public Quantiles disaggregated(Situation situation) {
        Quantiles wider = in(situation);
        return new Quantiles(
                wider(pools.tpot(), cell.tpot(), wider.tpot()),
                wider(pools.throughput(), cell.throughput(), wider.throughput()),
                wider(pools.ttft(), cell.ttft(), wider.ttft()));
    }

    /** A base range widened as much as another one was, in log space. */
    private static Range wider(Range base, Range from, Range to) {
        return new Range(
                Exponential.exp(-Math.sqrt(grown(base.lowFraction(), from.lowFraction(), to.lowFraction()))),
                Exponential.exp(Math.sqrt(grown(base.highFraction(), from.highFraction(), to.highFraction()))));
    }

    private static double grown(double base, double from, double to) {
        return square(Exponential.log(base)) + Math.max(0, square(Exponential.log(to)) - square(Exponential.log(from)));
    }

    private static Range widen(Situation situation, Range base, Range accelerator, Range engine, Range family) {
        double extra = P90 * situation.extraLogSd();
        double low = square(Exponential.log(base.lowFraction())) + extra * extra;
        double high = square(Exponential.log(base.highFraction())) + extra * extra;
        Range[] wider = {
            situation.newAccelerator() ? accelerator : base,
            situation.newEngine() ? engine : base,
            situation.newFamily() ? family : base
        };
        for (Range range : wider) {
            // A situation that happens to be narrower on one side adds nothing there.
            low += Math.max(0, square(Exponential.log(range.lowFraction())) - square(Exponential.log(base.lowFraction())));
            high += Math.max(0, square(Exponential.log(range.highFraction())) - square(Exponential.log(base.highFraction())));
        }
        return new Range(Exponential.exp(-Math.sqrt(low)), Exponential.exp(Math.sqrt(high)));
    }

    private static double square(double value) {
        return value * value;
    }
}
