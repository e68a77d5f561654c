package dev.llmplanner.planning;

import static dev.llmplanner.planning.Searches.has;
import static dev.llmplanner.planning.Searches.items;
import static dev.llmplanner.planning.Searches.number;
import static dev.llmplanner.planning.Searches.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.JsonDifference;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every search, over seeded random requests on a few servers. */
class SearchPropertiesTest {

    private static final int COUNT = 30;
    private static final String[] MODELS = {"llama-3.1-70b", "gpt-oss-120b", "qwen3-235b-a22b", "deepseek-r1"};
    private static final List<JsonObject> REQUESTS = requests();

    private static List<JsonObject> requests() {
        Random random = new Random(20261125);
        List<JsonObject> requests = new ArrayList<>();
        String[] ranks = {"cost-per-million-output-tokens", "purchase", "power", "gpus", "latency-margin"};
        for (int i = 0; i < COUNT; i++) {
            boolean rate = random.nextBoolean();
            requests.add((JsonObject) JacksonJson.parse("""
                    {'models': ['%s'], 'servers': ['nvidia-dgx-h100', 'nvidia-dgx-h200', 'nvidia-dgx-b200', 'cn-h20-96-8gpu',
                     'supermicro-8125gs-mi300x'], 'demand': {'%s': %s}, 'workload': {'inputTokens': %d, 'outputTokens': %d},
                     'slo': {'ttftSeconds': %s, 'tpotSeconds': %s, 'percentile': '%s'}, 'rankBy': '%s', 'maxGpusPerReplica': 16,
                     'redundancy': {'spareServers': %d}, 'exchange': {'cnyPerUsd': 7.1}}"""
                    .formatted(MODELS[random.nextInt(MODELS.length)], rate ? "requestsPerSecond" : "concurrency",
                            rate ? 0.5 + random.nextInt(80) : 4 + random.nextInt(900), 300 + 500 * random.nextInt(10),
                            64 << random.nextInt(5), 0.5 + random.nextInt(12) / 4.0, 0.03 + random.nextInt(7) / 100.0,
                            random.nextBoolean() ? "mean" : "p95", ranks[i % ranks.length], random.nextInt(3))
                    .replace('\'', '"')));
        }
        return requests;
    }

    private static Optional<Json> first(JsonObject request) {
        List<Json> plans = items(Searches.plans(request), "plans");
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(0));
    }

    private static double servers(Optional<Json> plan) {
        return plan.map(one -> number(one, "servers")).orElse(Double.POSITIVE_INFINITY);
    }

    /** The ranked figure of the best plan; infinite without one. */
    private static double figure(JsonObject request) {
        JsonObject answer = Searches.plans(request);
        if (items(answer, "plans").isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        return has(Searches.at(answer, "explanation"), "value") ? number(answer, "explanation.value") : Double.MAX_VALUE;
    }

    private static JsonObject with(JsonObject request, String parent, String name, double value) {
        return Inputs.with(request, parent, name, new JsonNumber(value));
    }

    @Test
    void everyPlanEqualsItsEstimate() {
        JsonDifference difference = new JsonDifference(1e-12);
        List<String> differences = new ArrayList<>();
        int plans = 0;
        for (JsonObject request : REQUESTS) {
            for (Json plan : items(Searches.plans(request), "plans")) {
                plans++;
                JsonObject estimate = TestCatalog.planner().estimate((JsonObject) Searches.at(plan, "request"));
                difference.between(Searches.at(estimate, "latency.ttftSeconds"), Searches.at(plan, "latency.ttftSeconds"))
                        .ifPresent(differences::add);
                close(number(estimate, "latency.tpotSeconds.mid"), number(plan, "latency.tpotSeconds.mid"), differences);
                close(1 / number(estimate, "latency.tpotSeconds.mid"), number(plan, "latency.tokensPerSecondPerUser"), differences);
                close(number(plan, "replicas") * number(estimate, "throughput.outputTokensPerSecond.mid"),
                        number(plan, "throughput.outputTokensPerSecond.mid"), differences);
                difference.between(Searches.at(estimate, "memoryPerGpu"), Searches.at(plan, "memoryPerGpu"))
                        .ifPresent(differences::add);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(plans).isGreaterThan(COUNT);
    }

    @Test
    void aPlanWithSeparatePoolsEqualsItsEstimateToo() {
        for (String demand : List.of("'requestsPerSecond': 12", "'concurrency': 300")) {
            JsonObject answer = Searches.answer("""
                    {'models': ['deepseek-r1'], 'servers': ['nvidia-dgx-h200', 'nvidia-dgx-b200'], 'modes': ['disaggregated'],
                     'engines': ['sglang'], 'demand': {%s}, 'workload': {'inputTokens': 4096, 'outputTokens': 512},
                     'slo': {'ttftSeconds': 3, 'tpotSeconds': 0.05}, 'redundancy': {'spareServers': 1}}""".formatted(demand));
            List<String> differences = new ArrayList<>();

            assertThat(items(answer, "plans")).isNotEmpty();
            for (Json plan : items(answer, "plans")) {
                assertThat(text(plan, "mode")).isEqualTo("disaggregated");
                assertThat(text(plan, "request.mode")).isEqualTo("disaggregated");
                JsonObject estimate = TestCatalog.planner().estimate((JsonObject) Searches.at(plan, "request"));
                close(1 / number(estimate, "latency.tpotSeconds.mid"), number(plan, "latency.tokensPerSecondPerUser"), differences);
                close(number(plan, "replicas") * number(estimate, "throughput.outputTokensPerSecond.mid"),
                        number(plan, "throughput.outputTokensPerSecond.mid"), differences);
                for (Json margin : items(plan, "margins")) {
                    assertThat(number(margin, "fraction")).isGreaterThan(-1e-8);
                }
                assertThat(Searches.flag(plan, "degraded.withinSlo")).isTrue();
            }
            assertThat(differences).isEmpty();
        }
    }

    private static void close(double expected, double actual, List<String> differences) {
        if (Math.abs(expected - actual) > 1e-12 * Math.abs(expected)) {
            differences.add(expected + " is " + actual);
        }
    }

    @Test
    void everyPlanKeepsItsLimitsAlsoWithSpareServersLost() {
        for (JsonObject request : REQUESTS) {
            double spare = number(request, "redundancy.spareServers");
            for (Json plan : items(Searches.plans(request), "plans")) {
                for (Json margin : items(plan, "margins")) {
                    assertThat(number(margin, "fraction")).as(JacksonJson.compact(request)).isGreaterThan(-1e-8);
                }
                if (spare > 0) {
                    assertThat(Searches.flag(plan, "degraded.withinSlo")).as(JacksonJson.compact(request)).isTrue();
                }
                assertThat(number(plan, "headroom.fraction")).isGreaterThan(-1e-8);
            }
        }
    }

    @Test
    void tighteningALimitNeverBettersTheBestPlan() {
        for (JsonObject request : REQUESTS) {
            if (text(request, "rankBy").equals("latency-margin")) {
                continue;
            }
            double asked = figure(request);
            for (String limit : List.of("ttftSeconds", "tpotSeconds")) {
                double tighter = figure(with(request, "slo", limit, 0.8 * number(request, "slo." + limit)));
                boolean rate = Searches.has(Searches.at(request, "demand"), "requestsPerSecond");
                if (rate || !text(request, "rankBy").startsWith("cost")) {
                    assertThat(tighter).as(JacksonJson.compact(request)).isGreaterThanOrEqualTo(asked * (1 - 1e-9));
                }
            }
        }
    }

    @Test
    void moreBudgetNeverWorsensTheBestPlanAndTooLittleLeavesNone() {
        int without = 0;
        int bettered = 0;
        for (JsonObject request : REQUESTS) {
            double last = Double.POSITIVE_INFINITY;
            for (double servers : new double[] {1, 2, 4, 16, 400}) {
                double figure = figure(with(request, "budget", "servers", servers));
                assertThat(figure).as(servers + " servers for " + JacksonJson.compact(request))
                        .isLessThanOrEqualTo(last * (1 + 1e-9));
                without += figure == Double.POSITIVE_INFINITY ? 1 : 0;
                bettered += servers > 1 && figure < last ? 1 : 0;
                last = figure;
            }
        }
        assertThat(without).isPositive();
        assertThat(bettered).isPositive();
    }

    @Test
    void moreDemandNeverNeedsFewerServers() {
        for (JsonObject request : REQUESTS) {
            if (!text(request, "rankBy").equals("gpus") && !text(request, "rankBy").equals("purchase")) {
                continue;
            }
            String kind = Searches.has(Searches.at(request, "demand"), "concurrency") ? "concurrency" : "requestsPerSecond";
            double last = 0;
            for (double factor : new double[] {1, 2, 5, 20}) {
                double figure = figure(with(request, "demand", kind, factor * number(request, "demand." + kind)));
                assertThat(figure).isGreaterThanOrEqualTo(last * (1 - 1e-9));
                last = figure;
            }
        }
    }

    @Test
    void manyTimesTheUsersNeedAsManyTimesTheReplicas() {
        Json one = first((JsonObject) JacksonJson.parse("""
                {"models": ["deepseek-r1"], "servers": ["nvidia-dgx-h200"], "demand": {"requestsPerSecond": 40},
                 "slo": {"ttftSeconds": 2, "tpotSeconds": 0.05}, "precision": {"weights": ["native"]}, "engines": ["sglang"]}""")).orElseThrow();
        Json many = first((JsonObject) JacksonJson.parse("""
                {"models": ["deepseek-r1"], "servers": ["nvidia-dgx-h200"], "demand": {"requestsPerSecond": 4000},
                 "slo": {"ttftSeconds": 2, "tpotSeconds": 0.05}, "precision": {"weights": ["native"]}, "engines": ["sglang"]}""")).orElseThrow();

        assertThat(number(many, "servers") / number(one, "servers")).isBetween(80.0, 100.0);
    }

    @Test
    void noPointOfAFrontierIsDominated() {
        for (JsonObject request : REQUESTS.subList(0, 10)) {
            JsonObject answer = Searches.answer(request);
            undominated(items(answer, "frontier.throughput"), "outputTokensPerSecondPerGpu", 1);
            undominated(items(answer, "frontier.cost"), "perMillionOutputTokens", -1);
            if (!items(answer, "plans").isEmpty()) {
                assertThat(items(answer, "frontier.throughput")).isNotEmpty();
            }
        }
    }

    private static void undominated(List<Json> points, String figure, int sign) {
        for (Json a : points) {
            for (Json b : points) {
                boolean dominated = a != b
                        && number(b, "tokensPerSecondPerUser") >= number(a, "tokensPerSecondPerUser")
                        && sign * number(b, figure) >= sign * number(a, figure);
                assertThat(dominated).isFalse();
            }
        }
    }

    @Test
    void everyPointOfAFrontierIsItsEstimate() {
        for (JsonObject request : REQUESTS.subList(0, 6)) {
            for (Json point : items(Searches.answer(request), "frontier.throughput")) {
                JsonObject estimate = TestCatalog.planner().estimate((JsonObject) Searches.at(point, "request"));
                List<String> differences = new ArrayList<>();
                close(1 / number(estimate, "latency.tpotSeconds.mid"), number(point, "tokensPerSecondPerUser"), differences);
                close(number(estimate, "throughput.outputTokensPerSecondPerGpu.mid"),
                        number(point, "outputTokensPerSecondPerGpu"), differences);
                assertThat(differences).isEmpty();
            }
        }
    }

    @Test
    void everyDeploymentIsCountedOnce() {
        for (JsonObject request : REQUESTS) {
            JsonObject counts = (JsonObject) Searches.at(Searches.plans(request), "counts");
            double parts = number(counts, "computed") + number(counts, "shared") + number(counts, "unknown");
            for (String bound : List.of("memory", "context", "throughput", "tpot", "concurrency")) {
                parts += number(counts, "excluded." + bound);
            }
            assertThat(parts).isEqualTo(number(counts, "deployments"));
        }
    }
}
