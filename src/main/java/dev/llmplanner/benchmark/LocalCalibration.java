package dev.llmplanner.benchmark;

import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Percentiles;
import dev.llmplanner.engine.serving.Speed;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measured divided by estimated latency of one deployment, to scale its estimates by.
 *
 * <p>It speaks for the same model, accelerator, engine, format of weights and layout, at other loads and lengths too. It says
 * nothing of memory. The caller applies it and says so.
 *
 * @param deployment         that it speaks for
 * @param tpotFactorFraction above 1: slower than the reference
 * @param ttftFactorFraction absent where the file has no TTFT; TTFT is then left alone
 * @param measured           ISO date of the run
 */
public record LocalCalibration(
        DeploymentKey deployment,
        double tpotFactorFraction,
        OptionalDouble ttftFactorFraction,
        Optional<String> measured) {

    /** A measurement further from its estimate is of something else: another model, layout, load or unit. */
    static final double FURTHEST_FRACTION = 10;

    /**
     * Spread of TPOT within one deployment over its loads once the deployment's own mean is known, natural log: the within-cell
     * residual of the reference measurements. See docs/own-measurements.md.
     */
    static final double WITHIN_CELL_LOG_SD = 0.07;

    /** Standard normal deviate of the ninetieth percentile. */
    private static final double P90 = 1.2816;

    public LocalCalibration {
        if (!isPlausible(tpotFactorFraction) || !isPlausible(ttftFactorFraction.orElse(1))) {
            throw new IllegalArgumentException("TPOT factor " + tpotFactorFraction + ", TTFT factor " + ttftFactorFraction);
        }
    }

    /** Whether such a factor can be of the deployment that was estimated. */
    static boolean isPlausible(double factor) {
        return factor >= 1 / FURTHEST_FRACTION && factor <= FURTHEST_FRACTION;
    }

    /** Speed of decoding against the reference: {@code 0.83} for "runs at 0.83× of the reference". */
    public double speedFraction() {
        return 1 / tpotFactorFraction;
    }

    /** Whether it may be applied to that deployment. */
    public boolean speaksFor(DeploymentKey other) {
        return deployment.equals(other);
    }

    /**
     * The estimate as measured: latencies times their factor. With a fixed number of requests in flight, rates grow as a
     * request's time {@code TTFT + (n − 1) · TPOT} shrinks; at a given arrival rate they stay. TPOT's band, and that of rates in
     * flight, becomes the spread within a deployment; TTFT keeps the width of its band, for which no such spread is known. No
     * band grows. Bytes and operators stay those of the reference.
     */
    public Speed applied(Speed reference, Workload workload) {
        double ttftFactor = ttftFactorFraction.orElse(1);
        Band ttft = times(reference.ttftSeconds(), ttftFactor);
        Band tpot = narrowed(reference.tpotSeconds(), tpotFactorFraction);
        double rate = rateFactor(reference, workload, ttft.mid(), tpot.mid());
        boolean inFlight = workload.load() instanceof Workload.Concurrency;
        return new Speed(
                ttft,
                times(reference.ttftSpread(), ttftFactor),
                tpot,
                rates(reference.outputTokensPerSecond(), rate, inFlight),
                rates(reference.outputTokensPerSecondPerGpu(), rate, inFlight),
                rates(reference.inputTokensPerSecond(), rate, inFlight),
                reference.requestsPerSecond() * rate,
                reference.bytesPerStep(),
                reference.bandwidthUtilizationFraction() / tpotFactorFraction,
                reference.decodeStepSeconds() * tpotFactorFraction,
                reference.bottleneck(),
                reference.operators());
    }

    private static double rateFactor(Speed reference, Workload workload, double ttftSeconds, double tpotSeconds) {
        if (!(workload.load() instanceof Workload.Concurrency)) {
            return 1;
        }
        double gaps = workload.outputTokens() - 1;
        return (reference.ttftSeconds().mid() + gaps * reference.tpotSeconds().mid()) / (ttftSeconds + gaps * tpotSeconds);
    }

    private static Band rates(Band band, double factor, boolean inFlight) {
        return inFlight ? narrowed(band, factor) : band;
    }

    private static Band times(Band band, double factor) {
        return new Band(band.low() * factor, band.mid() * factor, band.high() * factor);
    }

    private static Percentiles times(Percentiles spread, double factor) {
        return new Percentiles(spread.p50Seconds() * factor, spread.p95Seconds() * factor, spread.p99Seconds() * factor);
    }

    private static Band narrowed(Band band, double factor) {
        Band scaled = times(band, factor);
        double spread = Math.exp(P90 * WITHIN_CELL_LOG_SD);
        return new Band(Math.max(scaled.low(), scaled.mid() / spread), scaled.mid(),
                Math.min(scaled.high(), scaled.mid() * spread));
    }
}
