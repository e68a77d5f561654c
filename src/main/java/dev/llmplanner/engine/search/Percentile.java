package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.ServingPoint;

/**
 * Which of the requests a limit on latency holds for.
 *
 * <p>TTFT at a percentile is the estimate's own spread. A token's time is the decode step and what prefills of other
 * requests add. While one request decodes, as many prefills begin as requests decode beside it, B on average, at random:
 * their number has the deviation √B (Poisson), so that the mean stall over the answer has {@code stall / √B}, and
 * {@code TPOT(p) = TPOT + z(p) · stall / √B} with z = 0, 1.6449 and 2.3263, the standard normal deviates. Ignored: that
 * prompts differ in length.
 */
public enum Percentile {
    MEAN("mean", 0, 0),
    P50("p50", 0.5, 0),
    P95("p95", 0.95, 1.6449),
    P99("p99", 0.99, 2.3263);

    private final String code;
    private final double quantile;
    private final double deviates;

    Percentile(String code, double quantile, double deviates) {
        this.code = code;
        this.quantile = quantile;
        this.deviates = deviates;
    }

    /** The name in requests. */
    public String code() {
        return code;
    }

    /** Latency at that load of a replica. */
    public Latency at(LoadCurve curve, double load) {
        return curve.latency(load, quantile, deviates);
    }

    /** Latency of that point. */
    public Latency of(ServingPoint point) {
        return new Latency(ttftSeconds(point), tpotSeconds(point), point.requestsPerSecond());
    }

    /** Time to first token of that point, seconds. */
    public double ttftSeconds(ServingPoint point) {
        return switch (this) {
            case MEAN -> point.ttftSeconds();
            case P50 -> point.ttftSpread().p50Seconds();
            case P95 -> point.ttftSpread().p95Seconds();
            case P99 -> point.ttftSpread().p99Seconds();
        };
    }

    /** Time per output token of that point, seconds. */
    public double tpotSeconds(ServingPoint point) {
        return point.tpotSeconds() + deviates * point.stallSeconds() / Math.sqrt(Math.max(1, point.runningBatch()));
    }
}
