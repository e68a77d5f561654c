package dev.llmplanner.engine.search;

import dev.llmplanner.engine.serving.ServingPoint;
import java.util.function.IntFunction;

/**
 * The largest number of requests in flight on a replica that keeps the service levels.
 *
 * <p>What is known of the curve, each held by a property test over random deployments of the catalog:
 *
 * <ul>
 *   <li>TPOT never falls with load: a step with more sequences moves and computes no less, and what prefills add grows
 *       with the rate. So TPOT is halved over.
 *   <li>TTFT never falls while prompts are computed one at a time, which holds up to {@code outputTokens} in flight: the
 *       prompt's own time is constant, steps and waits grow. So it is halved over there.
 *   <li>Beyond, prompts share steps and TTFT may fall, in all by less than {@link #MOST_FALL}. So a load whose TTFT
 *       exceeds {@code limit / (1 − MOST_FALL)} excludes all larger ones, and what lies between is tried one by one.
 * </ul>
 */
public final class LoadSearch {

    /** By how much TTFT may fall as load rises; 0.13 is the most that was seen. */
    public static final double MOST_FALL = 0.15;

    private final IntFunction<ServingPoint> points;
    private final Slo slo;
    private final int evenUpTo;

    /**
     * @param points       the curve, at whole numbers from 1
     * @param outputTokens up to so many in flight, prompts are computed one at a time
     */
    public LoadSearch(IntFunction<ServingPoint> points, Slo slo, double outputTokens) {
        this.points = points;
        this.slo = slo;
        this.evenUpTo = (int) Math.min(Integer.MAX_VALUE, Math.floor(outputTokens));
    }

    /** The largest load of 1 … {@code most} that keeps the limits; 0 where none does. */
    public int largest(int most) {
        if (most < 1) {
            return 0;
        }
        ServingPoint last = points.apply(most);
        if (slo.isMet(last)) {
            return most;
        }
        if (most <= evenUpTo) {
            return halved(0, most);
        }
        int kept = slo.tpotMet(last) ? most : halvedOverTpot(most);
        return kept <= evenUpTo ? kept == 0 ? 0 : largest(kept) : uneven(kept);
    }

    /** Between a load that keeps the limits, or 0, and one that doesn't. */
    private int halved(int keeps, int breaks) {
        int low = keeps;
        int high = breaks;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (slo.isMet(points.apply(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int halvedOverTpot(int breaks) {
        int low = 0;
        int high = breaks;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (slo.tpotMet(points.apply(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** TPOT is kept up to {@code most}; TTFT may rise and fall. */
    private int uneven(int most) {
        double beyond = slo.ttftSeconds() / (1 - MOST_FALL) * Slo.NEAR;
        int low = evenUpTo;
        int high = most + 1;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (slo.percentile().ttftSeconds(points.apply(middle)) <= beyond) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (int load = high - 1; load > evenUpTo; load--) {
            if (slo.isMet(points.apply(load))) {
                return load;
            }
        }
        return evenUpTo < 1 ? 0 : slo.isMet(points.apply(evenUpTo)) ? evenUpTo : halved(0, evenUpTo);
    }
}
