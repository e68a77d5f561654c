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
import dev.llmplanner.engine.serving.DisaggregatedEstimator;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a deployment of a group with prefill and decode on GPUs of their own.
 *
 * <p>Not every pair of layouts is tried: of each number of GPUs, up to a server, the legal layout that computes a prompt soonest
 * prefills, and the one with the most output per GPU from decode steps alone decodes. Of these workers every number fills
 * one, two or four servers. Loads are halved over as those of one pool, which isn't proved here.
 */
final class PoolSearch {

    private static final int[] SERVERS = {1, 2, 4};

    private final SearchRequest request;
    private final Group group;
    private final Layouts layouts;
    private final Counts counts;
    private final Slo slo;
    private final boolean rate;
    private final double demand;
    private final Map<Constraint, Integer> rejections = new LinkedHashMap<>();
    private Best best;
    private int considered;

    PoolSearch(SearchRequest request, Group group, Layouts layouts, Counts counts) {
        this.request = request;
        this.group = group;
        this.layouts = layouts;
        this.counts = counts;
        this.slo = request.slo();
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
        this.demand = request.demand().value();
    }

    /** A worker of one pool, and how good it is; more is better. */
    private record Worker(Deployment deployment, double value) {}

    GroupAnswer answer() {
        List<Worker> prefill = new ArrayList<>();
        List<Worker> decode = new ArrayList<>();
        int serverGpus = group.sites().get(0).gpus();
        for (int gpus : GroupSearch.sizes(serverGpus, Math.min(serverGpus, request.maxGpus()))) {
            workers(gpus, prefill, decode);
        }
        for (int servers : SERVERS) {
            int gpus = servers * serverGpus;
            for (Worker one : gpus <= request.maxGpus() ? prefill : List.<Worker>of()) {
                decode.forEach(other -> split(one.deployment(), other.deployment(), gpus, servers, serverGpus));
            }
        }
        counts.deployments += considered;
        Constraint furthest = Constraint.LAYOUT;
        for (Constraint constraint : rejections.keySet()) {
            furthest = constraint.compareTo(furthest) > 0 ? constraint : furthest;
        }
        return new GroupAnswer(group, Optional.ofNullable(best), considered, rejections,
                best == null ? Optional.of(furthest) : Optional.empty(), Double.NaN, Double.NaN, List.of());
    }

    /** The best worker of that many GPUs for each pool, where one fits. */
    private void workers(int gpus, List<Worker> prefill, List<Worker> decode) {
        Inquiry inquiry = group.inquiry();
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        Worker soonest = null;
        Worker most = null;
        for (Inquiry.Candidate candidate : memory.isPresent() ? layouts.of(group, gpus) : List.<Inquiry.Candidate>of()) {
            if (candidate.share().weightsBytes() >= memory.get().capacityBytes()) {
                continue;
            }
            Deployment deployment = inquiry.deployment(candidate.layout());
            MemoryPlan plan = MemoryPlan.of(
                    deployment, candidate.share(), memory.get(), inquiry.knowledge().memoryRules());
            Glances glances = Glances.of(deployment, inquiry.knowledge());
            boolean lacks = plan.shortfallBytes() > 0 || plan.maxRunningBatch() < 1 || !glances.knowsSpeed()
                    || plan.footprint().sequenceBytes(request.contextTokens().orElse(1)) > plan.poolBytes();
            if (lacks) {
                continue;
            }
            LoadCurve curve = glances.curve(deployment, plan);
            Worker prompt = new Worker(deployment, -curve.at(1).promptSeconds());
            counts.operatingPoints++;
            soonest = soonest == null || prompt.value() > soonest.value() * (1 - 1e-9) ? prompt : soonest;
            double held = plan.maxRunningBatch();
            double running = Math.max(1, Bounds.mostInFlight(held, curve.decodeSecondsPerToken(held), slo.tpotSeconds()));
            Worker output = new Worker(deployment, running / curve.decodeSecondsPerToken(running));
            counts.decodeSteps += 2;
            most = most == null || output.value() > most.value() * (1 + 1e-9) ? output : most;
        }
        if (soonest != null) {
            prefill.add(soonest);
            decode.add(most);
        }
    }

    /** Every number of both workers that fills those servers. */
    private void split(Deployment prefill, Deployment decode, int gpus, int servers, int serverGpus) {
        int each = prefill.layout().gpus();
        for (int workers = 1; workers * each < gpus; workers++) {
            int left = gpus - workers * each;
            if (left % decode.layout().gpus() == 0) {
                considered++;
                counts.computed++;
                Pools pools = new Pools(prefill.layout(), workers, decode.layout(), left / decode.layout().gpus());
                judge(pools, prefill, decode, new Placement(serverGpus, servers * serverGpus));
            }
        }
    }

    private void judge(Pools pools, Deployment prefill, Deployment decode, Placement placement) {
        Knowledge knowledge = group.inquiry().knowledge();
        Optional<LoadCurve> curve = DisaggregatedEstimator.curve(
                new DisaggregatedPair(prefill, pools.prefillWorkers(), decode, pools.decodeWorkers()), knowledge);
        if (curve.isEmpty()) {
            rejections.merge(Constraint.FACT, 1, Integer::sum);
            return;
        }
        int held = (int) Math.floor(curve.get().mostRunning());
        if (best != null && best.mostReplicas(placement) < Math.max(1, rate ? 1 : Sizing.replicas(demand, held))) {
            return;
        }
        LoadSearch search = new LoadSearch(load -> slo.percentile().at(curve.get(), load), slo, request.outputTokens());
        int load = search.largest(held);
        counts.operatingPoints += 1;
        double capacity = load < 1 ? 0 : rate ? Best.requestsPerSecond(curve.get(), slo.percentile().at(curve.get(), load).requestsPerSecond()) : load;
        if (capacity <= 0) {
            rejections.merge(slo.tpotMet(slo.percentile().at(curve.get(), 1)) ? Constraint.TTFT : Constraint.TPOT, 1, Integer::sum);
            return;
        }
        Sizing sizing = Sizing.of(demand, capacity, placement, 0);
        double output = sizing.needed() * (rate ? capacity
                : curve.get().latency(Math.max(1, demand / sizing.needed()), 0, 0).requestsPerSecond());
        if (sizing.needed() < Sizing.MOST_REPLICAS
                && (best == null || !best.precedes(sizing.servers(), sizing.gpusNeeded(), output))) {
            Uncertainty.Quantiles bands = knowledge.uncertainty().disaggregated(knowledge.situation());
            best = new Best(decode.layout(), Optional.of(pools), curve.get(), bands, held,
                    pools.decodeWorkers() * decode.layout().attentionDataParallel() * decode.limits().maxRunningSequences(),
                    capacity, sizing, output);
        }
    }
}
