package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.ServingPoint;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

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

    /** Share by which requests per second may fall as load rises; 0.0002 is the most that was seen. */
    public static final double MOST_FALL = 0.005;

    private final IntFunction<ServingPoint> points;
    private final Slo slo;
    private final int evenUpTo;
    private final ToDoubleFunction<ServingPoint> value;
    private final double worth;

    /**
     * @param points       the curve, at whole numbers from 1
     * @param outputTokens up to so many in flight, prompts are computed one at a time
     */
    public LoadSearch(IntFunction<ServingPoint> points, Slo slo, double outputTokens) {
        this(points, slo, outputTokens, ServingPoint::concurrency, 0);
    }

    /**
     * A search for a load that is worth something.
     *
     * @param value of a point; never falls with load
     * @param worth a search may end as soon as no load that keeps the limits can reach it
     */
    public LoadSearch(
            IntFunction<ServingPoint> points, Slo slo, double outputTokens, ToDoubleFunction<ServingPoint> value,
            double worth) {
        this.points = points;
        this.slo = slo;
        this.evenUpTo = (int) Math.min(Integer.MAX_VALUE, Math.floor(outputTokens));
        this.value = value;
        this.worth = worth;
    }

    /** The largest load of 1 … {@code most} that keeps the limits; 0 where none does; else {@link #NOT_WORTH}. */
    public int largest(int most) {
        if (most < 1) {
            return 0;
        }
        ServingPoint last = points.apply(most);
        if (slo.isMet(last)) {
            return most;
        }
        if (isTooLittle(last)) {
            return NOT_WORTH;
        }
        if (most <= evenUpTo) {
            return halved(most);
        }
        int uneven = uneven(evenUpTo + 1, most);
        return uneven > 0 ? uneven : largest(evenUpTo);
    }

    private boolean isTooLittle(ServingPoint point) {
        return value.applyAsDouble(point) < worth * (1 - MOST_FALL);
    }

    /** Below a load that breaks the limits; neither falls there. */
    private int halved(int breaks) {
        int low = 0;
        int high = breaks;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            ServingPoint point = points.apply(middle);
            if (slo.isMet(point)) {
                low = middle;
            } else if (isTooLittle(point)) {
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
        ServingPoint last = points.apply(high);
        if (slo.isMet(last)) {
            return high;
        }
        if (low == high || isTooLittle(last) || breaksAll(points.apply(low), (double) low / high)) {
            return 0;
        }
        int middle = low + (high - low) / 2;
        int above = uneven(middle + 1, high - 1);
        return above > 0 ? above : uneven(low, middle);
    }

    /** Whether a limit is broken up to loads of that many times the point's. */
    private boolean breaksAll(ServingPoint point, double share) {
        return slo.percentile().ttftSeconds(point) * share > slo.ttftSeconds() * Slo.NEAR
                || slo.percentile().tpotSeconds(point) * share > slo.tpotSeconds() * Slo.NEAR;
    }
}
