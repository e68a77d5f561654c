package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.roofline.OperatorCost.Phase;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What has to hold for any deployment. Devices are of the user's own, so that one figure can be changed at a time. */
@Tag("slow")
class PlannerPropertiesTest {

    private static final int DEPLOYMENTS = 400;
    private static final double ROUNDING = 1e-9;

    private static final List<String> MODELS = TestCatalog.catalog().models().stream()
            .filter(model -> model.architecture().isPresent()).map(ModelEntry::id).sorted().toList();

    private final List<String> violations = new ArrayList<>();
    private int compared;

    /** A legal deployment with its layout fixed, on a device of 71 GiB or more: below, engines start smaller. */
    private static List<JsonObject> deployments(long seed) {
        Random random = new Random(seed);
        List<JsonObject> deployments = new ArrayList<>();
        while (deployments.size() < DEPLOYMENTS) {
            JsonObject request = request(random);
            try {
                deployments.add(evaluate(request).request());
            } catch (RequestException illegal) {
                continue;
            }
        }
        return deployments;
    }

    private static JsonObject request(Random random) {
        List<String> classes = List.of("hopper", "blackwell", "cdna3", "ascend");
        double half = 200 + 2000 * random.nextDouble();
        JsonObject device = new JsonObject.Builder()
                .put("calibration", classes.get(random.nextInt(classes.size())))
                .put("memory", new JsonObject.Builder()
                        .put("usableGiB", 71 + 220 * random.nextDouble())
                        .put("bandwidthGBps", 1000 + 7000 * random.nextDouble()).build())
                .put("denseTflops", new JsonObject.Builder()
                        .put("bf16", half).put("fp8", 2 * half).put("fp4", 4 * half).put("int8", 2 * half).build())
                .put("scaleUp", new JsonObject.Builder()
                        .put("perDirectionGBps", 100 + 800 * random.nextDouble()).put("maxDomain", 8).build())
                .build();
        List<String> weights = List.of("native", "bf16", "fp8", "fp4", "int4");
        return new JsonObject.Builder()
                .put("model", MODELS.get(random.nextInt(MODELS.size())))
                .put("accelerator", device)
                .put("fabric", "ib-ndr")
                .put("engine", Choices.ENGINES.get(random.nextInt(Choices.ENGINES.size())))
                .put("precision", new JsonObject.Builder()
                        .put("weights", weights.get(random.nextInt(weights.size())))
                        .put("kvCache", random.nextBoolean() ? "bf16" : "fp8").build())
                .put("gpus", 1 << random.nextInt(5))
                .put("workload", new JsonObject.Builder()
                        .put("inputTokens", Math.floor(64 * Math.pow(100, random.nextDouble())))
                        .put("outputTokens", Math.floor(16 * Math.pow(60, random.nextDouble())))
                        .put("concurrency", Math.floor(Math.pow(600, random.nextDouble())))
                        .put("arrival", random.nextBoolean() ? "poisson" : "closed-loop").build())
                .build();
    }

    @Test
    void partsSumToTheCapacity() {
        for (JsonObject request : deployments(1)) {
            evaluate(request).estimate().memory().ifPresent(memory -> {
                compared++;
                double sum = memory.reservedBytes() + memory.weightsBytes() + memory.kvCacheBytes()
                        + memory.stateBytes() + memory.activationsBytes() + memory.runtimeBytes() + memory.freeBytes();
                check(Math.abs(sum - memory.capacityBytes()) <= ROUNDING * memory.capacityBytes(), "sum " + sum, request);
                check(smallest(memory) >= 0, "a negative part in " + memory, request);
            });
        }
        assertHolds(300);
    }

    private static double smallest(MemoryPerGpu memory) {
        return Math.min(Math.min(memory.reservedBytes(), memory.weightsBytes()),
                Math.min(Math.min(memory.kvCacheBytes(), memory.stateBytes()),
                        Math.min(memory.activationsBytes(), memory.runtimeBytes())));
    }

    @Test
    void moreMemoryNeverHoldsLess() {
        for (JsonObject request : deployments(2)) {
            JsonObject larger = scaled(request, 1.2, "accelerator", "memory", "usableGiB");
            neverFalls(request, larger, estimate -> estimate.kvCache().map(kv -> kv.maxConcurrency()).orElse(0.0));
            neverFalls(request, larger, estimate -> estimate.kvCache().map(kv -> kv.tokenCapacity()).orElse(0.0));
            neverFalls(request, larger, estimate -> estimate.kvCache().map(kv -> kv.maxContextTokens()).orElse(0.0));
        }
        assertHolds(600);
    }

    @Test
    void aFasterDeviceIsNeverSlower() {
        for (JsonObject request : deployments(3)) {
            for (List<String> figure : List.of(
                    List.of("accelerator", "memory", "bandwidthGBps"), List.of("accelerator", "denseTflops", "bf16"),
                    List.of("accelerator", "denseTflops", "fp8"), List.of("accelerator", "denseTflops", "fp4"),
                    List.of("accelerator", "scaleUp", "perDirectionGBps"))) {
                JsonObject faster = scaled(request, 1.5, figure.toArray(String[]::new));
                neverFalls(faster, request, estimate -> tpot(estimate));
            }
        }
        assertHolds(1000);
    }

    /** Of weights that the device only reads narrow: BF16 against INT4, whose products are computed in 16 bits all the same. */
    @Test
    void fewerBytesPerElementNeverTakeMoreMemoryOrHoldLess() {
        for (JsonObject request : deployments(7)) {
            JsonObject wide = withPrecision(request, "bf16", "bf16");
            JsonObject narrowCache = withPrecision(request, "bf16", "fp8");
            JsonObject narrowWeights = withPrecision(request, "int4", "bf16");

            neverFalls(wide, narrowCache, PlannerPropertiesTest::tokenCapacity);
            neverFalls(wide, narrowWeights, PlannerPropertiesTest::tokenCapacity);
            neverFalls(narrowWeights, wide,
                    estimate -> estimate.memory().map(memory -> memory.weightsBytes()).orElse(0.0));
            neverFalls(narrowCache, wide,
                    estimate -> estimate.kvCache().map(figures -> figures.bytesPerToken()).orElse(0.0));
        }

        assertHolds(100);
    }

    private static double tokenCapacity(Estimate estimate) {
        return estimate.kvCache().map(figures -> figures.tokenCapacity()).orElse(0.0);
    }

    private static JsonObject withPrecision(JsonObject request, String weights, String cache) {
        return Patch.apply(request, new JsonObject.Builder()
                .put("precision", new JsonObject.Builder().put("weights", weights).put("kvCache", cache).build())
                .build());
    }

    @Test
    void moreRequestsOrLongerPromptsNeverMakeTokensFaster() {
        for (JsonObject request : deployments(4)) {
            neverFalls(request, scaled(request, 2, "workload", "concurrency"), PlannerPropertiesTest::tpot);
            JsonObject longer = scaled(request, 2, "workload", "inputTokens");
            neverFalls(request, longer, PlannerPropertiesTest::ttft);
            neverFalls(longer, request, estimate -> estimate.kvCache().map(kv -> kv.maxConcurrency()).orElse(0.0));
        }
        assertHolds(700);
    }

    @Test
    void moreRequestsNeverLowerOutputAndSaturateBeyondThePool() {
        for (JsonObject request : deployments(5)) {
            neverFalls(request, scaled(request, 1.5, "workload", "concurrency"), PlannerPropertiesTest::output);
            double most = evaluate(scaled(request, 1e6, "workload", "concurrency")).estimate().kvCache()
                    .map(kv -> Math.max(1, kv.runningBatch())).orElse(1.0);
            double twice = output(evaluate(concurrency(request, Math.min(1e6, 2 * most))).estimate());
            double ten = output(evaluate(concurrency(request, Math.min(1e6, 10 * most))).estimate());
            if (twice > 0) {
                compared++;
                check(ten >= twice * (1 - ROUNDING) && ten <= 1.25 * twice, twice + " tokens/s, then " + ten, request);
            }
        }
        assertHolds(400);
    }

    @Test
    void figuresAgreeWithEachOther() {
        for (JsonObject request : deployments(9)) {
            Answer answer = evaluate(request);
            if (answer.estimate().speed().isEmpty()) {
                continue;
            }
            compared++;
            Speed speed = answer.estimate().speed().get();
            double requests = number(answer.request(), "workload", "concurrency");
            double prompt = number(answer.request(), "workload", "inputTokens");
            double tokens = number(answer.request(), "workload", "outputTokens");
            double output = speed.outputTokensPerSecond().mid();
            equal("concurrency / (TPOT + TTFT / tokens)",
                    requests / (speed.tpotSeconds().mid() + speed.ttftSeconds().mid() / tokens), output, request);
            equal("output of a GPU times GPUs",
                    speed.outputTokensPerSecondPerGpu().mid() * number(answer.request(), "gpus"), output, request);
            equal("requests times answer", speed.requestsPerSecond() * tokens, output, request);
            equal("requests times prompt", speed.requestsPerSecond() * prompt, speed.inputTokensPerSecond().mid(), request);
            check(speed.ttftSpread().p50Seconds() <= speed.ttftSpread().p95Seconds()
                    && speed.ttftSpread().p95Seconds() <= speed.ttftSpread().p99Seconds(), "percentiles", request);
            check(speed.bandwidthUtilizationFraction() > 0 && speed.bandwidthUtilizationFraction() <= 1,
                    "utilisation " + speed.bandwidthUtilizationFraction(), request);
            double decode = speed.operators().stream().filter(operator -> operator.phase() == Phase.DECODE)
                    .mapToDouble(OperatorCost::seconds).sum();
            check(decode <= speed.decodeStepSeconds() * (1 + ROUNDING),
                    "operators " + decode + " s in a step of " + speed.decodeStepSeconds(), request);
        }
        assertHolds(150);
    }

    private void equal(String what, double computed, double stated, JsonObject request) {
        check(Math.abs(computed - stated) <= ROUNDING * Math.abs(stated), what + " is " + computed + ", not " + stated,
                request);
    }

    private static double number(JsonObject request, String... path) {
        return ((JsonNumber) ContractSchemas.at(request, path)).value();
    }

    @Test
    void everyRemedyGivesItsVerdict() {
        RandomRequests random = new RandomRequests(6, TestCatalog.catalog());
        for (JsonObject request : random.next(1500)) {
            Optional<Answer> answer = tryOut(request);
            if (answer.isEmpty()) {
                continue;
            }
            for (Remedy remedy : answer.get().remedies()) {
                compared++;
                Answer then = evaluate(Patch.apply(answer.get().request(), remedy.change()));
                check(then.estimate().verdict() == remedy.then(),
                        remedy + " gives " + then.estimate().verdict(), request);
                check(then.estimate().findings().stream().noneMatch(f -> f.code().equals(remedy.finding())),
                        remedy + " leaves its finding", request);
            }
        }
        assertHolds(300);
    }

    @Test
    void theEchoedRequestGivesTheSameAnswer() {
        JsonDifference difference = new JsonDifference(0);
        for (JsonObject request : new RandomRequests(8, TestCatalog.catalog()).next(1200)) {
            Optional<Answer> answer = tryOut(request);
            if (answer.isEmpty()) {
                continue;
            }
            compared++;
            JsonObject first = ResultWriter.write(answer.get());
            JsonObject second = ResultWriter.write(evaluate(answer.get().request()));
            difference.between(without(first, "layoutChoice"), without(second, "layoutChoice"))
                    .ifPresent(found -> check(false, found, request));
        }
        assertHolds(600);
    }

    private static Optional<Answer> tryOut(JsonObject request) {
        try {
            return Optional.of(evaluate(request));
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    /** {@code figure} is at least as large for {@code more} as for {@code less}, where both have it. */
    private void neverFalls(JsonObject less, JsonObject more, ToDoubleFunction<Estimate> figure) {
        Optional<Answer> a = tryOut(less);
        Optional<Answer> b = tryOut(more);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        double low = figure.applyAsDouble(a.get().estimate());
        double high = figure.applyAsDouble(b.get().estimate());
        if (low > 0 && high > 0) {
            compared++;
            check(high >= low * (1 - ROUNDING), low + " becomes " + high, more);
        }
    }

    private void check(boolean holds, String what, JsonObject request) {
        if (!holds) {
            violations.add(what + " for " + JacksonJson.compact(request));
        }
    }

    private void assertHolds(int atLeast) {
        assertThat(violations.stream().sorted(Comparator.comparing(String::length)).limit(5)).as(
                "%d of %d comparisons fail", violations.size(), compared).isEmpty();
        assertThat(compared).isGreaterThan(atLeast);
    }

    private static double tpot(Estimate estimate) {
        return estimate.speed().map(speed -> speed.tpotSeconds().mid()).orElse(0.0);
    }

    private static double ttft(Estimate estimate) {
        return estimate.speed().map(speed -> speed.ttftSeconds().mid()).orElse(0.0);
    }

    private static double output(Estimate estimate) {
        return estimate.speed().map((Speed speed) -> speed.outputTokensPerSecond().mid()).orElse(0.0);
    }

    private static Answer evaluate(JsonObject request) {
        return TestCatalog.planner().evaluate(request);
    }

    private static JsonObject concurrency(JsonObject request, double value) {
        return Patch.apply(request, new JsonObject(Map.of(
                "workload", new JsonObject(Map.of("concurrency", new JsonNumber(value))))));
    }

    private static JsonObject scaled(JsonObject request, double factor, String... path) {
        Json value = ContractSchemas.at(request, path);
        double scaled = ((JsonNumber) value).value() * factor;
        Json patch = new JsonNumber(path[path.length - 1].equals("concurrency") ? Math.min(scaled, 1e6) : scaled);
        for (int i = path.length - 1; i >= 0; i--) {
            patch = new JsonObject(Map.of(path[i], patch));
        }
        return Patch.apply(request, (JsonObject) patch);
    }

    private static JsonObject without(JsonObject object, String name) {
        JsonObject.Builder rest = new JsonObject.Builder();
        object.members().forEach((member, value) -> {
            if (!member.equals(name)) {
                rest.put(member, value);
            }
        });
        return rest.build();
    }
}
