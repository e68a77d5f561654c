package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.search.Bounds;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the best deployment of a group.
 *
 * <p>Best has the fewest servers, then the fewest GPUs, then the most output: of a rate, what its GPUs carry within the
 * limits; of requests in flight, requests per second at their load. Near ties (10⁻⁹) go to the smaller replica, then to the
 * first in the order of {@link dev.llmplanner.engine.deployment.LegalLayouts}.
 *
 * <p>A deployment is left out, without an operating point, where memory can't hold one request whatever the load, or where a
 * bound of {@link Bounds} shows that it comes after the best one so far.
 */
final class GroupSearch {

    private final SearchRequest request;
    private final Group group;
    private final Layouts layouts;
    private final Counts counts;
    private final Slo slo;
    private final boolean rate;
    private final double demand;

    private final Misses misses;

    private Best best;
    private int considered;
    private List<Finding> missing = List.of();

    GroupSearch(SearchRequest request, Group group, Layouts layouts, Counts counts) {
        this.request = request;
        this.group = group;
        this.layouts = layouts;
        this.counts = counts;
        this.slo = request.slo();
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
        this.demand = request.demand().value();
        this.misses = new Misses(request);
    }

    GroupAnswer answer() {
        Inquiry inquiry = group.inquiry();
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        counts.groups++;
        int serverGpus = group.sites().get(0).gpus();
        for (int gpus : sizes(serverGpus, request.maxGpus())) {
            List<Inquiry.Candidate> candidates = layouts.of(group, gpus);
            considered += candidates.size();
            if (memory.isEmpty()) {
                counts.unknown += candidates.size();
                misses.reject(Constraint.FACT, candidates.size());
                if (!candidates.isEmpty() && missing.isEmpty()) {
                    missing = inquiry.estimate(candidates.get(0).layout()).findings();
                }
                continue;
            }
            size(candidates, memory.get(), new Placement(serverGpus, gpus));
        }
        counts.deployments += considered;
        return answered();
    }

    /** Powers of two inside a server, the whole server, and two, four and eight of them, up to {@code most} GPUs. */
    static int[] sizes(int serverGpus, int most) {
        int[] sizes = new int[16];
        int count = 0;
        for (int gpus = 1; gpus < serverGpus && gpus <= most; gpus *= 2) {
            sizes[count++] = gpus;
        }
        if (serverGpus <= most || serverGpus <= 72) {
            sizes[count++] = serverGpus;
        }
        for (int servers = 2; servers <= 8 && servers * serverGpus <= most; servers *= 2) {
            sizes[count++] = servers * serverGpus;
        }
        int[] found = new int[count];
        System.arraycopy(sizes, 0, found, 0, count);
        return found;
    }

    private void size(List<Inquiry.Candidate> candidates, DeviceMemory memory, Placement placement) {
        Inquiry inquiry = group.inquiry();
        double capacity = memory.capacityBytes();
        Glances glances = null;
        List<Candidate> open = new ArrayList<>();
        for (Inquiry.Candidate candidate : candidates) {
            double weights = candidate.share().weightsBytes();
            if (weights >= capacity) {
                memoryLacks(weights, capacity);
                continue;
            }
            Deployment deployment = inquiry.deployment(candidate.layout());
            MemoryPlan plan = MemoryPlan.of(deployment, candidate.share(), memory, inquiry.knowledge().memoryRules());
            if (plan.shortfallBytes() > 0 || plan.maxRunningBatch() < 1) {
                memoryLacks(capacity + Math.max(0, plan.shortfallBytes()), capacity);
                continue;
            }
            if (request.contextTokens().isPresent() && lacksContext(plan, request.contextTokens().getAsInt())) {
                continue;
            }
            glances = glances == null ? Glances.of(deployment, inquiry.knowledge()) : glances;
            if (!glances.knowsSpeed()) {
                counts.unknown++;
                misses.reject(Constraint.FACT, 1);
                missing = missing.isEmpty() ? glances.missing() : missing;
                continue;
            }
            bound(deployment, plan, glances, placement, open);
        }
        if (rate) {
            open.replaceAll(this::topped);
        }
        open.sort((a, b) -> a.servers() != b.servers() ? a.servers() - b.servers()
                : a.gpus() != b.gpus() ? a.gpus() - b.gpus() : Double.compare(b.output(), a.output()));
        for (Candidate candidate : open) {
            if (best != null && best.precedes(candidate.servers(), candidate.gpus(), candidate.output())) {
                boolean computed = candidate.top().isPresent();
                counts.computed += computed ? 1 : 0;
                counts.excludedByThroughput += computed ? 0 : 1;
            } else {
                counts.computed++;
                judge(candidate, glances);
            }
        }
    }

    /** With the point at its ceiling: requests per second hardly fall with load, so that it carries little more. */
    private Candidate topped(Candidate candidate) {
        if (best != null && best.precedes(candidate.servers(), candidate.gpus(), candidate.output())) {
            return candidate;
        }
        Latency top = point(candidate.curve(), candidate.ceiling());
        double reachable = top.requestsPerSecond() / (1 - LoadSearch.MOST_FALL);
        int replicas = Sizing.replicas(demand, reachable);
        return new Candidate(candidate.deployment(), candidate.curve(), candidate.placement(), candidate.held(),
                candidate.ceiling(), Optional.of(top), candidate.placement().servers(replicas),
                replicas * candidate.placement().gpusPerReplica(), replicas * reachable);
    }

    private void memoryLacks(double neededBytes, double usableBytes) {
        counts.excludedByMemory++;
        misses.memory(neededBytes, usableBytes);
    }

    private boolean lacksContext(MemoryPlan plan, int tokens) {
        if (plan.footprint().sequenceBytes(tokens) <= plan.poolBytes()) {
            return false;
        }
        counts.excludedByContext++;
        misses.context(plan.figures(1).maxContextTokens());
        return true;
    }

    /** Leaves out what comes after the best one by its pool alone, or by one decode step; else adds it. */
    private void bound(
            Deployment deployment, MemoryPlan plan, Glances glances, Placement placement, List<Candidate> open) {
        int held = (int) Math.floor(plan.maxRunningBatch());
        int fewest = rate ? 1 : Sizing.replicas(demand, held);
        if (best != null && best.mostReplicas(placement) < fewest) {
            counts.excludedByConcurrency++;
            return;
        }
        LoadCurve curve = glances.curve(deployment, plan);
        double answer = deployment.workload().outputTokens();
        double step = decodeStep(curve, held);
        double most = Bounds.mostInFlight(held, step, slo.tpotSeconds());
        if (most < 1) {
            counts.excludedByTpot++;
            tooSlow(curve, step / held);
            return;
        }
        int ceiling = (int) Math.min(held, Math.floor(most));
        double reachable = rate ? Bounds.mostRequestsPerSecond(held, step, answer) : ceiling;
        int replicas = Sizing.replicas(demand, reachable);
        if (best != null && best.mostReplicas(placement) < replicas) {
            counts.excludedByThroughput++;
            return;
        }
        open.add(new Candidate(deployment, curve, placement, held, ceiling, Optional.empty(), placement.servers(replicas),
                replicas * placement.gpusPerReplica(), atBest(curve, replicas, reachable, answer)));
    }

    private double decodeStep(LoadCurve curve, double running) {
        counts.decodeSteps++;
        return curve.decodeSecondsPerToken(running);
    }

    /** The output that ties are told apart by can't be more. */
    private double atBest(LoadCurve curve, int replicas, double reachable, double answer) {
        if (rate) {
            return replicas * reachable;
        }
        double load = Math.min(share(replicas), curve.mostRunning());
        return replicas * Bounds.mostRequestsPerSecond(load, decodeStep(curve, load), answer);
    }

    /** Requests in flight on each of so many replicas, on average. */
    private double share(int replicas) {
        return Math.max(1, demand / replicas);
    }

    /** Requests in flight on the fullest of them. */
    private double fullest(int replicas) {
        return Math.ceil(share(replicas) * (1 - 1e-9));
    }

    private void judge(Candidate candidate, Glances glances) {
        LoadCurve curve = candidate.curve();
        Deployment deployment = candidate.deployment();
        double capacity = capacity(candidate);
        if (capacity == 0) {
            tooSlow(curve, 0);
            return;
        }
        if (capacity < 0) {
            return;
        }
        Sizing sizing = Sizing.of(demand, capacity, candidate.placement(), 0);
        if (sizing.needed() >= Sizing.MOST_REPLICAS) {
            misses.reject(Constraint.DEMAND, 1);
            return;
        }
        double output = sizing.needed() * (rate ? capacity : point(curve, share(sizing.needed())).requestsPerSecond());
        if (best == null || !best.precedes(sizing.servers(), sizing.gpusNeeded(), output)) {
            double engine = deployment.layout().attentionDataParallel() * deployment.limits().maxRunningSequences();
            best = new Best(
                    deployment.layout(), Optional.empty(), curve, glances.quantiles(), candidate.held(), engine, capacity, sizing, output);
        }
    }

    /**
     * Of one replica within the limits, in the demand's unit; 0 where not even one request keeps them; negative where it
     * comes after the best one.
     */
    private double capacity(Candidate candidate) {
        LoadCurve curve = candidate.curve();
        if (!rate) {
            // The fullest replica's load is all that counts where the most that it could take already does.
            double load = fullest(Sizing.replicas(demand, candidate.ceiling()));
            if (load <= candidate.ceiling() && slo.isMet(point(curve, load))) {
                return candidate.ceiling();
            }
        }
        double worth = best == null ? 0
                : rate ? best.worth(candidate.placement(), demand)
                : demand / best.mostReplicas(candidate.placement()) * (1 - 1e-9);
        LoadSearch search = new LoadSearch(load -> counted(candidate, load), slo, candidate.deployment().workload().outputTokens(),
                rate ? LoadSearch.Measure.REQUESTS_PER_SECOND : LoadSearch.Measure.REQUESTS_IN_FLIGHT, worth);
        int load = search.largest(candidate.ceiling());
        return load <= 0 ? load : rate ? Best.requestsPerSecond(curve, counted(candidate, load).requestsPerSecond()) : load;
    }

    private Latency counted(Candidate candidate, int load) {
        counts.operatingPoints += load == candidate.ceiling() && candidate.top().isPresent() ? 0 : 1;
        return candidate.at(load, slo);
    }

    private Latency point(LoadCurve curve, double load) {
        counts.operatingPoints++;
        return slo.percentile().at(curve, load);
    }

    /** Not even one request keeps the limits. */
    private void tooSlow(LoadCurve curve, double leastPossibleTpot) {
        if (leastPossibleTpot >= misses.leastTpot()) {
            misses.reject(Constraint.TPOT, 1);
        } else {
            misses.latency(point(curve, 1));
        }
    }

    private GroupAnswer answered() {
        Constraint furthest = misses.furthest();
        return new GroupAnswer(group, Optional.ofNullable(best), considered, misses.byConstraint(),
                best == null ? Optional.of(furthest) : Optional.empty(), misses.closest(furthest), misses.limit(furthest), missing);
    }
}
