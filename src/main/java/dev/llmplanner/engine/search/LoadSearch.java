package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.Latency;
import java.util.function.IntFunction;

/**
 * The largest number of requests in flight on a replica that keeps the service levels.
 *
 * <p>What is known of the curve, each held by a property test over random deployments of the catalog:
 *
 * <ul>
 *   <li>TPOT and TTFT never fall with load while prompts are computed one at a time, which holds up to {@code outputTokens}
 *       in flight: a prompt's own time is constant, steps and waits grow. So they are halved over there.
 *   <li>Beyond, prompts share steps and both may fall. But a step of n times the sequences or prompts takes no less time,
 *       so that {@code load × TTFT} and {@code load × TPOT} never fall: {@code TTFT(b) ≥ TTFT(a)·a/b}. So an interval from
 *       a to b is left out where one of them, times a/b, exceeds its limit at a, and halved where it doesn't.
 *   <li>Requests per second fall with load by less than {@link #MOST_FALL} in all, up to what decodes together. So where a
 *       load breaks a limit and finishes too few requests already, no smaller one is worth a look.
 * </ul>
 */
public final class LoadSearch {

    /** No load that keeps the limits is as good as what was asked for; which one is the largest, isn't known. */
    public static final int NOT_WORTH = -1;

    /** Share by which requests per second may fall as load rises; 0.00008 is the most that was seen. */
    public static final double MOST_FALL = 0.001;

    private final IntFunction<Latency> points;
    private final Slo slo;
    private final int evenUpTo;
    private final Measure measure;
    private final double worth;

    /** What a load is worth. Neither falls with load. */
    public enum Measure {
        REQUESTS_IN_FLIGHT,
        REQUESTS_PER_SECOND
    }

    /**
     * @param points       the curve, at whole numbers from 1; latency at the percentile of the limits
     * @param outputTokens up to so many in flight, prompts are computed one at a time
     */
    public LoadSearch(IntFunction<Latency> points, Slo slo, double outputTokens) {
        this(points, slo, outputTokens, Measure.REQUESTS_IN_FLIGHT, 0);
    }

    /**
     * A search for a load that is worth something.
     *
     * @param measure what a load is worth
     * @param worth a search may end as soon as no load that keeps the limits can reach it
     */
    public LoadSearch(
            IntFunction<Latency> points, Slo slo, double outputTokens, Measure measure, double worth) {
        this.points = points;
        this.slo = slo;
        this.evenUpTo = (int) Math.min(Integer.MAX_VALUE, Math.floor(outputTokens));
        this.measure = measure;
        this.worth = worth;
    }

    /**
     * The largest load of 1 … {@code most} that keeps the limits; 0 where none does. Where that load isn't worth it, any that keeps them,
     * 0 or {@link #NOT_WORTH}.
     */
    public int largest(int most) {
        if (most < 1) {
            return 0;
        }
        Latency last = points.apply(most);
        if (slo.isMet(last)) {
            return most;
        }
        if (isTooLittle(most, last)) {
            return NOT_WORTH;
        }
        if (most <= evenUpTo) {
            return halved(most);
        }
        int uneven = uneven(evenUpTo + 1, most);
        return uneven > 0 ? uneven : largest(evenUpTo);
    }

    private boolean isTooLittle(int load, Latency point) {
        return (measure == Measure.REQUESTS_IN_FLIGHT ? load : point.requestsPerSecond()) < worth * (1 - MOST_FALL);
    }

    /** Below a load that breaks the limits; neither falls there. */
    private int halved(int breaks) {
        int low = 0;
        int high = breaks;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            Latency point = points.apply(middle);
            if (slo.isMet(point)) {
                low = middle;
            } else if (isTooLittle(middle, point)) {
                return NOT_WORTH;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The largest load from {@code low} to {@code high} that keeps the limits; 0 where none does, or none is worth it. */
    private int uneven(int low, int high) {
        if (low > high) {
            return 0;
        }
        Latency last = points.apply(high);
        if (slo.isMet(last)) {
            return high;
        }
        if (low == high || isTooLittle(high, last) || breaksAll(points.apply(low), (double) low / high)) {
            return 0;
        }
        int middle = low + (high - low) / 2;
        int above = uneven(middle + 1, high - 1);
        return above > 0 ? above : uneven(low, middle);
    }

    /** Whether a limit is broken up to loads of that many times the point's. */
    private boolean breaksAll(Latency point, double share) {
        return point.ttftSeconds() * share > slo.ttftSeconds() * Slo.NEAR
                || point.tpotSeconds() * share > slo.tpotSeconds() * Slo.NEAR;
    }
}
