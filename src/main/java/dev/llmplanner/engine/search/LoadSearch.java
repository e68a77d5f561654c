package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.Latency;
import java.util.ArrayDeque;
import java.util.Deque;
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
 *
 * <p>It goes in steps too: where latency may fall, thousands of points may be near a limit.
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
    /** Where the largest load may be, the greatest last: only beyond {@link #evenUpTo}. */
    private final Deque<Interval> uneven = new ArrayDeque<>();
    private int found;
    private boolean done;

    private record Interval(int low, int high) {}

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
        begin(most);
        while (!done) {
            step();
        }
        return found;
    }

    /** The same in steps: {@link #step} until {@link #isDone}, then {@link #found}. */
    public void begin(int most) {
        uneven.clear();
        if (most < 1) {
            end(0);
            return;
        }
        Latency last = points.apply(most);
        if (slo.isMet(last)) {
            end(most);
        } else if (isTooLittle(most, last)) {
            end(NOT_WORTH);
        } else if (most <= evenUpTo) {
            end(halved(most));
        } else {
            done = false;
            uneven.push(new Interval(evenUpTo + 1, most));
        }
    }

    private void end(int load) {
        found = load;
        done = true;
    }

    public boolean isDone() {
        return done;
    }

    /** What {@link #largest} says. */
    public int found() {
        return found;
    }

    /** Looks at one interval: at two points, or, below those where latency may fall, at as many as halving takes. */
    public void step() {
        if (uneven.isEmpty()) {
            begin(evenUpTo);
            return;
        }
        Interval next = uneven.pop();
        int low = next.low();
        int high = next.high();
        Latency last = points.apply(high);
        if (slo.isMet(last)) {
            end(high);
        } else if (low < high && !isTooLittle(high, last) && !breaksAll(points.apply(low), (double) low / high)) {
            int middle = low + (high - low) / 2;
            push(low, middle);
            push(middle + 1, high - 1);
        }
    }

    private void push(int low, int high) {
        if (low <= high) {
            uneven.push(new Interval(low, high));
        }
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

    /** Whether a limit is broken up to loads of that many times the point's. */
    private boolean breaksAll(Latency point, double share) {
        return point.ttftSeconds() * share > slo.ttftSeconds() * Slo.NEAR
                || point.tpotSeconds() * share > slo.tpotSeconds() * Slo.NEAR;
    }
}
