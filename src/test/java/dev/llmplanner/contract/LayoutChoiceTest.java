package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutChoiceTest {

    /** Two of its layouts are within one token a second of each other. */
    private static final String CLOSE = """
            {"model": "qwen3.5-397b-a17b", "accelerator": "nvidia-b200-sxm-180gb", "engine": "sglang",
             "precision": {"weights": "fp4"}, "gpus": 4,
             "workload": {"inputTokens": 32768, "outputTokens": 2048, "concurrency": 8, "prefixCacheHitFraction": 0.5}}""";

    private static final String ARRIVALS = """
            {"model": "qwen3-235b-a22b", "server": "nvidia-dgx-h100", "nodes": 2, "fabric": "ib-ndr",
             "precision": {"weights": "fp8"},
             "workload": {"inputTokens": 2048, "outputTokens": 512, "requestsPerSecond": 4}}""";

    @Test
    void noComparedLayoutHasMoreOutputNotEvenByLittle() {
        Answer chosen = evaluate(request(CLOSE));

        for (int data : List.of(1, 2, 4)) {
            for (int experts : List.of(1, 4)) {
                double other = output(CLOSE, 4 / data, data, experts);
                assertThat(speed(chosen).outputTokensPerSecond().mid()).isGreaterThanOrEqualTo(other * (1 - 1e-9));
            }
        }
    }

    @Test
    void aLayoutThatSustainsTheRateBeatsOneThatDoesNot() {
        Answer chosen = evaluate(request(ARRIVALS));

        assertThat(chosen.layoutReason()).isEqualTo("fastest-answer");
        assertThat(chosen.estimate().findings()).extracting(Finding::code).doesNotContain("overload");
        assertThat(speed(chosen).requestsPerSecond()).isCloseTo(4, within(1e-6));
    }

    @Test
    void anOverloadedReplicaServesWhatItCanSustain() {
        JsonObject request = Patch.apply(request(ARRIVALS), request("{\"workload\": {\"requestsPerSecond\": 1e6}}"));

        Answer answer = evaluate(request);

        Finding overload = answer.estimate().findings().stream()
                .filter(finding -> finding.code().equals("overload")).findFirst().orElseThrow();
        double highest = overload.figures().get("highestRequestsPerSecond");
        assertThat(speed(answer).requestsPerSecond()).isCloseTo(highest, within(1e-6 * highest));
    }

    @Test
    void aDegreeThatDoesNotDivideNamesLargerOnesToo() {
        JsonObject request = request("""
                {"model": "llama-3.1-70b", "accelerator": "nvidia-h200-sxm-141gb", "layout": {"tensorParallel": 3}}""");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> evaluate(request))
                .satisfies(refused -> assertThat(refused.allowed()).contains("1", "2", "4", "8"));
    }

    private static double output(String text, int tensor, int data, int experts) {
        JsonObject layout = new JsonObject(Map.of(
                "tensorParallel", new JsonNumber(tensor), "attentionDataParallel", new JsonNumber(data),
                "expertParallel", new JsonNumber(experts)));
        try {
            return evaluate(Patch.apply(request(text), new JsonObject(Map.of("layout", layout)))).estimate().speed()
                    .map(speed -> speed.outputTokensPerSecond().mid()).orElse(0.0);
        } catch (RequestException illegal) {
            return 0;
        }
    }

    private static JsonObject request(String text) {
        return (JsonObject) JacksonJson.parse(text);
    }

    private static Answer evaluate(JsonObject request) {
        return TestCatalog.planner().evaluate(request);
    }

    private static Speed speed(Answer answer) {
        return answer.estimate().speed().orElseThrow();
    }
}
