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
 *   <li>TPOT never falls with load: a step with more sequences moves and computes no less, and what prefills add grows
 *       with the rate. So TPOT is halved over.
 *   <li>Requests per second never fall with load, up to what decodes together. So where a load breaks a limit and finishes
 *       too few requests already, no smaller one is worth a look.
 *   <li>TTFT never falls while prompts are computed one at a time, which holds up to {@code outputTokens} in flight: the
 *       prompt's own time is constant, steps and waits grow. So it is halved over there.
 *   <li>Beyond, prompts share steps and TTFT may fall, by more than a quarter. But a step of n times the prompts takes no
 *       less time, so that {@code load × TTFT} never falls: {@code TTFT(b) ≥ TTFT(a)·a/b}. So an interval from a to b is left
 *       out where {@code TTFT(a)·a/b} exceeds the limit, and halved where it doesn't.
 * </ul>
 */
public final class LoadSearch {

    /** No load that keeps the limits is as good as what was asked for; which one is the largest, isn't known. */
    public static final int NOT_WORTH = -1;

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
        if (value.applyAsDouble(last) < worth) {
            return NOT_WORTH;
        }
        if (most <= evenUpTo) {
            return halved(most, false);
        }
        int kept = slo.tpotMet(last) ? most : halved(most, true);
        if (kept <= evenUpTo) {
            return kept < 1 ? kept : slo.isMet(points.apply(kept)) ? kept : halved(kept, false);
        }
        int uneven = uneven(evenUpTo + 1, kept);
        if (uneven > 0) {
            return uneven;
        }
        return evenUpTo < 1 ? 0 : slo.isMet(points.apply(evenUpTo)) ? evenUpTo : halved(evenUpTo, false);
    }

    /** Below a load that breaks the limits, or that of TPOT alone. */
    private int halved(int breaks, boolean tpotAlone) {
        int low = 0;
        int high = breaks;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            ServingPoint point = points.apply(middle);
            if (tpotAlone ? slo.tpotMet(point) : slo.isMet(point)) {
                low = middle;
            } else if (value.applyAsDouble(point) < worth) {
                return NOT_WORTH;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The largest load from {@code low} to {@code high} that keeps TTFT; TPOT is kept by all. */
    private int uneven(int low, int high) {
        if (low > high) {
            return 0;
        }
        if (slo.ttftMet(points.apply(high))) {
            return high;
        }
        double least = slo.percentile().ttftSeconds(points.apply(low)) * low / high;
        if (low == high || least > slo.ttftSeconds() * Slo.NEAR) {
            return 0;
        }
        int middle = low + (high - low) / 2;
        int above = uneven(middle + 1, high - 1);
        return above > 0 ? above : uneven(low, middle);
    }
}
