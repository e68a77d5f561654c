package dev.llmplanner.planning;

import static dev.llmplanner.planning.Searches.items;
import static dev.llmplanner.planning.Searches.number;
import static dev.llmplanner.planning.Searches.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.search.Placement;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Small spaces, gone through whole: every layout at every load by {@link Estimator}, and every pair of workers at every load of
 * its curve, without bounds, halving or order.
 */
class BruteForceTest {

    private static final int SPACES = 24;
    private static final int POOL_SPACES = 6;
    private static final String[] MODELS = {"llama-3.1-70b", "gpt-oss-120b", "qwen3-235b-a22b", "deepseek-r1", "glm-4.5-air"};
    private static final String[] SERVERS = {
        "nvidia-dgx-h100", "nvidia-dgx-h200", "nvidia-dgx-b200", "huawei-atlas-800t-a2", "dell-r7715-h100nvl"};
    private static final String[] ENGINES = {"vllm", "sglang"};

    @Test
    void theSearchFindsWhatGoingThroughEverythingFinds() {
        Random random = new Random(20261124);
        List<String> differences = new ArrayList<>();
        int found = 0;
        for (int space = 0; space < SPACES; space++) {
            JsonObject request = request(random);
            List<Json> plans = items(Searches.plans(request), "plans");
            String expected = best(request);
            String actual = plans.isEmpty() ? "none" : words(plans.get(0));
            found += plans.isEmpty() ? 0 : 1;
            if (!expected.equals(actual)) {
                differences.add(expected + " but " + actual + " for " + JacksonJson.compact(request));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(found).isGreaterThan(SPACES / 2);
    }


    @Test
    void theSearchFindsTheSamePoolsAsGoingThroughEverything() {
        Random random = new Random(20261125);
        List<String> differences = new ArrayList<>();
        int found = 0;
        for (int space = 0; space < POOL_SPACES; space++) {
            JsonObject request = pools(random);
            List<Json> plans = items(Searches.plans(request), "plans");
            String expected = Pairs.best(request);
            String actual = plans.isEmpty() ? "none" : Pairs.words(plans.get(0));
            found += plans.isEmpty() ? 0 : 1;
            if (!expected.equals(actual)) {
                differences.add(expected + " but " + actual + " for " + JacksonJson.compact(request));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(found).isGreaterThan(POOL_SPACES / 2);
    }

    /**
     * TTFT of these two B200 rises to 21 in flight, falls, and rises again; 1,024, the most, break the limit. Halving all loads ends at the
     * first rise and asks for 250 replicas instead of 10.
     */
    @Test
    void whereTtftFallsWithLoadAndTheMostBreaksTheLimitTheLargestLoadIsFoundAllTheSame() {
        JsonObject request = (JsonObject) JacksonJson.parse("""
                {"models": ["gpt-oss-120b"], "accelerators": ["nvidia-b200-sxm-180gb"], "nodeGpus": 2, "genericNodes": true,
                 "engines": ["sglang"], "precision": {"weights": ["native"]}, "modes": ["disaggregated"], "maxGpusPerReplica": 2,
                 "demand": {"concurrency": 5000}, "fabric": "roce-400", "workload": {"inputTokens": 512, "outputTokens": 1024},
                 "slo": {"ttftSeconds": 0.194, "percentile": "p95"}, "rankBy": "gpus"}""");
        Json plan = items(Searches.plans(request), "plans").get(0);

        assertThat(Pairs.words(plan)).isEqualTo(Pairs.best(request)).isEqualTo("10 servers, 10 replicas");
        assertThat(number(plan, "concurrency.withinSlo")).isBetween(500.0, 1023.0);
    }

    private static JsonObject pools(Random random) {
        boolean rate = random.nextBoolean();
        String[] devices = {"nvidia-h100-sxm5-80gb", "nvidia-h200-sxm-141gb", "nvidia-b200-sxm-180gb"};
        String[] percentiles = {"mean", "p50", "p95", "p99"};
        return (JsonObject) JacksonJson.parse("""
                {'models': ['gpt-oss-120b'], 'accelerators': ['%s'], 'nodeGpus': %d, 'genericNodes': true, 'engines': ['%s'],
                 'precision': {'weights': ['native']}, 'modes': ['disaggregated'], 'maxGpusPerReplica': 4, 'demand': {'%s': %s}, 'fabric': 'roce-400',
                 'workload': {'inputTokens': %d, 'outputTokens': %d},
                 'slo': {'ttftSeconds': %s, 'tpotSeconds': %s, 'percentile': '%s'}, 'rankBy': 'gpus'}"""
                .formatted(devices[random.nextInt(3)], 2 << random.nextInt(2),
                        ENGINES[random.nextInt(2)], rate ? "requestsPerSecond" : "concurrency",
                        rate ? 0.2 + random.nextInt(30) : 1 + random.nextInt(200),
                        200 + 800 * random.nextInt(8), 32 << random.nextInt(5),
                        0.3 + random.nextInt(20) / 4.0, 0.02 + random.nextInt(8) / 100.0, percentiles[random.nextInt(4)])
                .replace('\'', '"'));
    }

    private static JsonObject request(Random random) {
        String server = SERVERS[random.nextInt(SERVERS.length)];
        String engine = server.startsWith("huawei") ? "vllm" : ENGINES[random.nextInt(ENGINES.length)];
        boolean rate = random.nextBoolean();
        String slo = random.nextInt(3) == 0 ? ""
                : "'ttftSeconds': %s, 'tpotSeconds': %s,".formatted(0.3 + random.nextInt(20) / 4.0, 0.02 + random.nextInt(8) / 100.0);
        String[] percentiles = {"mean", "p50", "p95", "p99"};
        return (JsonObject) JacksonJson.parse("""
                {'models': ['%s'], 'servers': ['%s'], 'engines': ['%s'], 'precision': {'weights': ['%s']},
                 'maxGpusPerReplica': 8, 'demand': {'%s': %s}, 'fabric': 'roce-400',
                 'workload': {'inputTokens': %d, 'outputTokens': %d}, 'slo': {%s 'percentile': '%s'}, 'rankBy': 'gpus'}"""
                .formatted(MODELS[random.nextInt(MODELS.length)], server, engine,
                        server.startsWith("huawei") ? "int8" : "native",
                        rate ? "requestsPerSecond" : "concurrency", rate ? 0.2 + random.nextInt(60) : 1 + random.nextInt(400),
                        200 + 400 * random.nextInt(8), 32 << random.nextInt(5), slo, percentiles[random.nextInt(4)])
                .replace('\'', '"'));
    }

    private static String words(Json plan) {
        return "%.0f servers, %.0f replicas of TP%.0f PP%.0f EP%.0f DP%.0f".formatted(
                number(plan, "servers"), number(plan, "replicas"), number(plan, "request.layout.tensorParallel"),
                number(plan, "request.layout.pipelineParallel"), number(plan, "request.layout.expertParallel"),
                number(plan, "request.layout.attentionDataParallel"));
    }

    private static String best(JsonObject asked) {
        SearchRequest request = SearchRequestReader.read(asked, TestCatalog.catalog());
        Space space = new Space(TestCatalog.planner(), request);
        Site site = space.choices().get(0).site();
        Group group = space.open(0, List.of(site)).groups().get(0);
        Deployment any = group.inquiry().deployment(ParallelLayout.tensor(1));
        String best = "none";
        int servers = Integer.MAX_VALUE;
        int gpus = 0;
        double output = 0;
        for (int size : GroupSearch.sizes(site.gpus(), request.maxGpus())) {
            for (ParallelLayout layout : LegalLayouts.of(any.architecture(), any.weights(), size)) {
                Placement placement = new Placement(site.gpus(), size);
                Whole whole = whole(request, group.inquiry(), layout, placement);
                boolean better = whole.replicas() > 0 && (whole.servers() < servers
                        || whole.servers() == servers && whole.replicas() * size < gpus
                        || whole.servers() == servers && whole.replicas() * size == gpus
                                && whole.output() > output * (1 + 1e-9));
                if (better) {
                    servers = whole.servers();
                    gpus = whole.replicas() * size;
                    output = whole.output();
                    best = "%d servers, %d replicas of TP%d PP%d EP%d DP%d".formatted(servers, whole.replicas(),
                            layout.tensorParallel(), layout.pipelineParallel(), layout.expertParallel(),
                            layout.attentionDataParallel());
                }
            }
        }
        return best;
    }

    /** As an estimate says it of a rate that is too high. */
    private static double highest(Inquiry inquiry, ParallelLayout layout) {
        return Estimator.estimate(inquiry.with(new Workload.Rate(1e6)).deployment(layout), inquiry.knowledge()).findings().stream()
                .filter(finding -> finding.code().equals("overload")).findFirst().orElseThrow()
                .figures().get("highestRequestsPerSecond");
    }

    private record Whole(int replicas, int servers, double output) {}

    /** At every load from 1 until requests wait. */
    private static Whole whole(SearchRequest request, Inquiry inquiry, ParallelLayout layout, Placement placement) {
        Slo slo = request.slo();
        boolean rate = request.demand().kind() == dev.llmplanner.engine.demand.Demand.Kind.REQUESTS_PER_SECOND;
        double capacity = 0;
        for (int load = 1; ; load++) {
            Estimate estimate = Estimator.estimate(
                    inquiry.with(new Workload.Concurrency(load)).deployment(layout), inquiry.knowledge());
            if (estimate.verdict() == Verdict.DOES_NOT_FIT || estimate.point().isEmpty()
                    || load > estimate.point().get().mostRunning()) {
                break;
            }
            ServingPoint point = estimate.point().get();
            if (slo.isMet(slo.percentile().of(point))) {
                capacity = rate ? point.requestsPerSecond() : load;
            }
        }
        if (rate && capacity > 0) {
            capacity = Math.min(capacity, highest(inquiry, layout));
        }
        if (capacity == 0) {
            return new Whole(0, 0, 0);
        }
        int replicas = Sizing.replicas(request.demand().value(), capacity);
        double load = Math.max(1, request.demand().value() / replicas);
        double each = rate ? capacity : Estimator.estimate(inquiry.with(new Workload.Concurrency(load)).deployment(layout),
                inquiry.knowledge()).point().orElseThrow().requestsPerSecond();
        return new Whole(replicas, placement.servers(replicas), replicas * each);
    }
}
