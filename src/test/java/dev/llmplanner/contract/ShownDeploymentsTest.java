package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Well-known models on well-known devices: numbers, or the name of what is missing. */
class ShownDeploymentsTest {

    private static final List<String> MODELS = List.of(
            "llama-3.1-70b", "llama-3.1-405b", "deepseek-r1", "qwen3-235b-a22b", "qwen3.5-397b-a17b", "gpt-oss-120b",
            "minimax-m2.5", "glm-4.5", "nemotron-3-super-120b-a12b");

    private static final List<String> ACCELERATORS = List.of(
            "nvidia-h100-sxm5-80gb", "nvidia-h200-sxm-141gb", "nvidia-b200-sxm-180gb", "amd-mi300x",
            "nvidia-h20-sxm-96gb", "huawei-ascend-910b2");

    @TestFactory
    Stream<DynamicTest> eachHasNumbersOrNamesWhatIsMissing() {
        return MODELS.stream().flatMap(model -> ACCELERATORS.stream().map(accelerator ->
                DynamicTest.dynamicTest(model + " on " + accelerator, () -> answers(model, accelerator))));
    }

    private static void answers(String model, String accelerator) {
        Answer answer = TestCatalog.planner().evaluate(new JsonObject.Builder()
                .put("model", model).put("accelerator", accelerator).put("fabric", "ib-ndr")
                .put("workload", new JsonObject.Builder().put("concurrency", 16).build()).build());
        Estimate estimate = answer.estimate();
        System.out.println(line(model, accelerator, answer));

        assertThat(estimate.memory()).isPresent();
        if (estimate.speed().isEmpty()) {
            assertThat(estimate.findings()).anySatisfy(finding -> {
                assertThat(finding.severity()).isEqualTo(Finding.Severity.UNKNOWN);
                assertThat(finding.facts()).as("what is missing").isNotEmpty();
            });
        } else {
            assertThat(estimate.speed().get().tpotSeconds().mid()).isBetween(0.002, 0.2);
        }
    }

    private static String line(String model, String accelerator, Answer answer) {
        Estimate estimate = answer.estimate();
        return String.format(Locale.ROOT, "%-28s %-24s %-5s %s %s", model, accelerator, estimate.verdict().code(),
                JacksonJson.compact(answer.request().get("layout").orElseThrow()),
                estimate.speed().map(speed -> String.format(Locale.ROOT, "TPOT %.1f ms, TTFT %.0f ms, %.0f tokens/s, %s",
                                speed.tpotSeconds().mid() * 1e3, speed.ttftSeconds().mid() * 1e3,
                                speed.outputTokensPerSecond().mid(), speed.bottleneck().code()))
                        .orElse(estimate.findings().toString()));
    }
}
