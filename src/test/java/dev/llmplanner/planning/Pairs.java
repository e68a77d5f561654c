package dev.llmplanner.planning;

import static dev.llmplanner.planning.Searches.number;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.Latency;
import dev.llmplanner.engine.serving.LoadCurve;
import dev.llmplanner.engine.serving.PoolWorker;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Separate pools of a small space, gone through whole: every pair of workers, every number of both, every load. */
final class Pairs {

    private final SearchRequest request;
    private final boolean rate;
    private String best = "none";
    private int servers = Integer.MAX_VALUE;
    private int gpus;
    private double output;

    private Pairs(SearchRequest request) {
        this.request = request;
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
    }

    static String words(Json plan) {
        return "%.0f servers, %.0f replicas".formatted(number(plan, "servers"), number(plan, "replicas"));
    }

    static String best(JsonObject asked) {
        SearchRequest request = SearchRequestReader.read(asked, TestCatalog.catalog());
        Space space = new Space(TestCatalog.planner(), request);
        Site site = space.choices().get(0).site();
        Group group = space.open(0, List.of(site)).groups().get(0);
        Pairs pairs = new Pairs(request);
        List<PoolWorker> workers = workers(group.inquiry(), site);
        for (int replica = site.gpus(); replica <= Math.min(request.maxGpus(), 4 * site.gpus()); replica *= 2) {
            for (PoolWorker prefill : workers) {
                for (PoolWorker decode : workers) {
                    pairs.through(prefill, decode, new Placement(site.gpus(), replica));
                }
            }
        }
        return pairs.best;
    }

    private static List<PoolWorker> workers(Inquiry inquiry, Site site) {
        List<PoolWorker> workers = new ArrayList<>();
        Deployment any = inquiry.deployment(ParallelLayout.tensor(1));
        for (int size : GroupSearch.sizes(site.gpus(), site.gpus())) {
            for (ParallelLayout layout : LegalLayouts.of(any.architecture(), any.weights(), size)) {
                Deployment deployment = inquiry.deployment(layout);
                MemoryPlan plan = MemoryPlan.of(deployment, inquiry.hardware().accelerator().accelerator().memory().orElseThrow(),
                        inquiry.knowledge().memoryRules());
                if (plan.shortfallBytes() <= 0 && plan.maxRunningBatch() >= 1) {
                    workers.add(Glances.of(deployment, inquiry.knowledge()).worker(deployment, plan));
                }
            }
        }
        return workers;
    }

    private void through(PoolWorker prefill, PoolWorker decode, Placement placement) {
        int each = prefill.deployment().layout().gpus();
        int other = decode.deployment().layout().gpus();
        for (int workers = 1; workers * each < placement.gpusPerReplica(); workers++) {
            int left = placement.gpusPerReplica() - workers * each;
            if (left % other == 0) {
                judge(prefill.curve(workers, decode, left / other), placement);
            }
        }
    }

    private void judge(Optional<LoadCurve> found, Placement placement) {
        LoadCurve curve = found.orElseThrow();
        double capacity = 0;
        for (int load = 1; load <= curve.mostRunning(); load++) {
            Latency latency = request.slo().percentile().at(curve, load);
            if (request.slo().isMet(latency)) {
                capacity = rate ? latency.requestsPerSecond() : load;
            }
        }
        capacity = rate ? Math.min(capacity, curve.highestRequestsPerSecond()) : capacity;
        if (capacity == 0) {
            return;
        }
        int replicas = Sizing.replicas(request.demand().value(), capacity);
        double more = replicas * (rate ? capacity
                : curve.latency(Math.max(1, request.demand().value() / replicas), 0, 0).requestsPerSecond());
        int bought = placement.servers(replicas);
        int used = replicas * placement.gpusPerReplica();
        boolean better = bought < servers || bought == servers && used < gpus
                || bought == servers && used == gpus && more > output * (1 + 1e-9);
        if (better) {
            servers = bought;
            gpus = used;
            output = more;
            best = "%d servers, %d replicas".formatted(bought, replicas);
        }
    }
}
