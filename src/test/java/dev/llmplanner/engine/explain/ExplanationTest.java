package dev.llmplanner.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.Planner;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of a result is explained, and every formula gives the figure again. */
class ExplanationTest {

    private static final double TOLERANCE = 1e-9;
    private static final Planner PLANNER = TestCatalog.planner();

    static List<String> requests() {
        return List.of(
                """
                {"model": "llama-3.1-70b", "accelerator": "nvidia-h100-sxm5-80gb", "gpus": 4,
                 "workload": {"inputTokens": 2048, "outputTokens": 256, "concurrency": 32}}""",
                """
                {"model": "deepseek-r1", "accelerator": "nvidia-h200-sxm-141gb", "gpus": 8, "engine": "sglang",
                 "workload": {"inputTokens": 4096, "outputTokens": 1024, "concurrency": 64, "arrival": "closed-loop",
                   "speculative": {"depth": 2, "acceptance": 0.7}}}""",
                """
                {"model": "gpt-oss-120b", "accelerator": "nvidia-h100-sxm5-80gb", "gpus": 1, "engineVersion": "0.19.0",
                 "workload": {"inputTokens": 8192, "outputTokens": 512, "concurrency": 40,
                   "prefixCacheHitFraction": 0.5}}""",
                """
                {"model": "qwen3.5-397b-a17b", "accelerator": "nvidia-h200-sxm-141gb", "gpus": 8,
                 "workload": {"inputTokens": 8192, "outputTokens": 512, "concurrency": 40}}""",
                """
                {"model": "qwen3.5-397b-a17b", "accelerator": "nvidia-b200-sxm-180gb", "engine": "tensorrt-llm",
                 "gpus": 8, "workload": {"inputTokens": 1024, "outputTokens": 1024, "requestsPerSecond": 2}}""",
                """
                {"model": "llama-3.1-405b", "accelerator": "nvidia-h100-sxm5-80gb", "gpus": 16, "fabric": "ib-ndr",
                 "layout": {"tensorParallel": 8, "pipelineParallel": 2}}""",
                """
                {"model": "llama-3.1-405b", "accelerator": "nvidia-h100-sxm5-80gb", "gpus": 8}""",
                """
                {"model": "jamba-1.5-large", "accelerator": "nvidia-h200-sxm-141gb", "gpus": 8, "engine": "mindie",
                 "workload": {"concurrency": 20}}""",
                """
                {"model": "deepseek-r1", "accelerator": "nvidia-gb200", "engine": "tensorrt-llm",
                 "mode": "disaggregated", "precision": {"weights": "fp4"},
                 "prefill": {"workers": 2, "gpus": 4}, "decode": {"workers": 1, "gpus": 16},
                 "workload": {"inputTokens": 2048, "outputTokens": 512, "concurrency": 256}}""");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyFormulaGivesItsFigureAgain(String request) {
        JsonObject explained = PLANNER.explain((JsonObject) JacksonJson.parse(request));

        assertThat(explained.members()).isNotEmpty();
        explained.members().forEach((path, explanation) -> {
            JsonCursor cursor = JsonCursor.of(explanation);
            double expected = cursor.number("result");
            double again = Formula.evaluate(cursor.string("expression"), symbols(cursor));
            assertThat(again).as(path + " = " + cursor.string("expression"))
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-12 + TOLERANCE * Math.abs(expected)));
        });
    }

    private static Map<String, Double> symbols(JsonCursor explanation) {
        Map<String, Double> symbols = new LinkedHashMap<>();
        explanation.items("symbols").forEach(symbol -> symbols.put(symbol.string("name"), symbol.number("value")));
        return symbols;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void explanationsAgreeWithTheEstimateAndCoverIt(String request) {
        JsonObject asked = (JsonObject) JacksonJson.parse(request);
        JsonObject result = PLANNER.estimate(asked);
        JsonObject explained = PLANNER.explain(asked);

        Map<String, Double> figures = new LinkedHashMap<>();
        for (String part : List.of("memoryPerGpu", "kvCache", "latency", "throughput", "bandwidth")) {
            result.get(part).ifPresent(value -> collect(part, value, figures));
        }
        Set<String> notExplained = new TreeSet<>(figures.keySet());
        explained.members().forEach((path, explanation) -> {
            notExplained.remove(path);
            if (figures.containsKey(path)) {
                double figure = figures.get(path);
                assertThat(JsonCursor.of(explanation).number("result")).as(path)
                        .isCloseTo(figure, org.assertj.core.data.Offset.offset(TOLERANCE * Math.abs(figure)));
            }
        });
        // Capacity is the catalog's own; percentiles are a spread, not a sum.
        notExplained.removeIf(path -> path.endsWith("capacityBytes") || path.matches("latency.ttftSeconds.p\\d\\d"));
        assertThat(notExplained).isEmpty();
    }

    private static void collect(String path, Json value, Map<String, Double> figures) {
        if (value instanceof JsonNumber number) {
            figures.put(path, number.value());
        } else {
            ((JsonObject) value).members().forEach((name, member) -> collect(path + "." + name, member, figures));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void figuresThatSymbolsReferToAreExplainedThemselves(String request) {
        JsonObject explained = PLANNER.explain((JsonObject) JacksonJson.parse(request));

        Set<String> missing = new HashSet<>();
        explained.members().values().forEach(explanation ->
                JsonCursor.of(explanation).items("symbols").forEach(symbol -> {
                    String source = symbol.string("source");
                    if (source.startsWith("figure/")) {
                        String path = source.substring("figure/".length());
                        boolean known = explained.members().containsKey(path)
                                || path.equals("operators") || path.startsWith("pools.");
                        if (!known) {
                            missing.add(path);
                        }
                    }
                }));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFormulaIsUsed() {
        Set<String> used = new TreeSet<>();
        requests().forEach(request -> PLANNER.explain((JsonObject) JacksonJson.parse(request)).members().values()
                .forEach(explanation -> used.add(JsonCursor.of(explanation).string("formula"))));

        assertThat(JsonCursor.of(TestCatalog.bundle()).at("formulas").names()).isEqualTo(used);
    }
}
