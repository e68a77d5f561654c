package dev.llmplanner.planning;

import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One run through a group, of single or of separate pools: the best deployment so far, what is counted and what is rejected.
 * Filled while the group is searched.
 *
 * <p>Best has the fewest servers, then the fewest GPUs, then the most output: of a rate, what its GPUs carry within the
 * limits; of requests in flight, requests per second at their load. Near ties (10⁻⁹) go to the one that came first.
 */
final class GroupRun {

    private final Group group;
    private final Counts counts;
    private final Slo slo;
    private final boolean rate;
    private final double demand;
    private final Misses misses;

    private Best best;
    private int considered;

    GroupRun(SearchRequest request, Group group, Counts counts) {
        this.group = group;
        this.counts = counts;
        this.slo = request.slo();
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
        this.demand = request.demand().value();
        this.misses = new Misses(request);
    }

    /** Whether the demand is a rate; else requests in flight. */
    boolean isRate() {
        return rate;
    }

    Slo slo() {
        return slo;
    }

    Counts counts() {
        return counts;
    }

    Misses misses() {
        return misses;
    }

    void consider(int deployments) {
        considered += deployments;
        counts.deployments += deployments;
    }

    boolean hasBest() {
        return best != null;
    }

    /** Replicas of that capacity that the demand asks for. */
    int replicas(double capacity) {
        return Sizing.replicas(demand, capacity);
    }

    /** Requests in flight on each of so many replicas, on average. */
    double share(int replicas) {
        return Math.max(1, demand / replicas);
    }

    /** Whether the best one so far comes before a deployment with these figures, and before any worse one. */
    boolean precedes(int servers, int gpus, double output) {
        return best != null && best.precedes(servers, gpus, output);
    }

    /** Whether so many replicas need more than the best one so far. */
    boolean precedes(Placement placement, int replicas) {
        return best != null && best.mostReplicas(placement) < replicas;
    }

    /** Latency at that load, counted as an operating point. */
    Latency point(LoadCurve curve, double load) {
        counts.operatingPoints++;
        return slo.percentile().at(curve, load);
    }

    /**
     * The largest load within the limits that may be as good as the best one so far.
     *
     * @param evenUpTo loads up to which latency never falls
     * @see LoadSearch#largest
     */
    int largest(IntFunction<Latency> points, double evenUpTo, Placement placement, int most) {
        return loads(points, evenUpTo, placement).largest(most);
    }

    /** The same, to go through in steps. */
    LoadSearch loads(IntFunction<Latency> points, double evenUpTo, Placement placement) {
        double worth = best == null ? 0
                : rate ? best.worth(placement, demand) : demand / best.mostReplicas(placement) * (1 - Best.NEAR);
        return new LoadSearch(points, slo, evenUpTo,
                rate ? LoadSearch.Measure.REQUESTS_PER_SECOND : LoadSearch.Measure.REQUESTS_IN_FLIGHT, worth);
    }

    /** What one replica carries at that load, in the demand's unit. */
    double capacity(LoadCurve curve, int load, IntFunction<Latency> points) {
        return rate && load > 0 ? Best.requestsPerSecond(curve, points.apply(load).requestsPerSecond()) : load;
    }

    /** Not even one request keeps the limits. */
    void tooSlow(LoadCurve curve, double leastPossibleTpot) {
        if (leastPossibleTpot >= misses.leastTpot()) {
            misses.reject(Constraint.TPOT, 1);
        } else {
            misses.latency(point(curve, 1));
        }
    }

    /** Replicas of that capacity carry the demand; so many that nobody could buy them don't. */
    Optional<Sizing> sized(double capacity, Placement placement) {
        Sizing sizing = Sizing.of(demand, capacity, placement, 0);
        if (sizing.needed() < Sizing.MOST_REPLICAS) {
            return Optional.of(sizing);
        }
        misses.reject(Constraint.DEMAND, 1);
        return Optional.empty();
    }

    /** What ties are told apart by. */
    double output(LoadCurve curve, double capacity, Sizing sizing) {
        return sizing.needed() * (rate ? capacity : point(curve, share(sizing.needed())).requestsPerSecond());
    }

    void take(Best next) {
        best = next;
    }

    /** @param missing facts that are missing where nothing could be judged */
    GroupAnswer answer(List<Finding> missing) {
        Constraint furthest = misses.furthest();
        return new GroupAnswer(group, Optional.ofNullable(best), considered, misses.byConstraint(),
                best == null ? Optional.of(furthest) : Optional.empty(), misses.closest(furthest), misses.limit(furthest), missing);
    }
}
