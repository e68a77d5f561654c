package dev.llmplanner.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.RandomRequests;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class XrayTest {
    private static final List<Answer> ANSWERS = answers();

    /** Operators whose bytes are mostly weights. A new operator has to be given its kind. */
    private static final Set<String> WEIGHTS = Set.of("qkv-projection", "output-projection", "latent-down-projection",
            "query-up-projection", "absorbed-key", "absorbed-value", "mixer-input-projection", "mixer-output-projection",
            "dense-up-projection", "dense-down-projection", "shared-expert-up-projection",
            "shared-expert-down-projection", "router", "expert-latent-projection", "head", "gate-up-projection",
            "gate-down-projection", "index-key-projection", "index-query-projection", "index-weight-projection",
            "output-down-projection");

    @Test
    void theBytesOfThePartsAreTheAnswersBytesPerStep() {
        int checked = 0;
        for (Answer answer : ANSWERS) {
            Optional<Xray> xray = Xray.of(answer, TestCatalog.catalog());
            if (xray.isPresent()) {
                double bytes = answer.estimate().speed().orElseThrow().bytesPerStep();
                assertThat(xray.get().memoryBytes()).isCloseTo(bytes, within(1e-9 * bytes));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(200);
    }

    @Test
    void theTimesOfThePartsAreTheAnswersStep() {
        for (Answer answer : ANSWERS) {
            Xray.of(answer, TestCatalog.catalog()).ifPresent(xray -> {
                double parts = xray.parts().stream().mapToDouble(Xray.Part::seconds).sum();
                assertThat(parts + xray.otherSeconds()).isCloseTo(xray.stepSeconds(), within(1e-9 * xray.stepSeconds()));
                assertThat(parts).isLessThan(xray.stepSeconds());
            });
        }
    }

    @Test
    void noStepIsFasterThanItsBytesAtPeakBandwidth() {
        for (Answer answer : ANSWERS) {
            Xray.of(answer, TestCatalog.catalog()).ifPresent(xray ->
                    assertThat(xray.peakSeconds()).isLessThanOrEqualTo(xray.stepSeconds() * (1 + 1e-9)));
        }
    }

    @Test
    void noCollectiveIsFasterThanItsLink() {
        int checked = 0;
        for (Answer answer : ANSWERS) {
            Xray xray = Xray.of(answer, TestCatalog.catalog()).orElse(null);
            if (xray != null && xray.linkBytesPerSecond().isPresent()) {
                assertThat(xray.linkBytes() / xray.linkBytesPerSecond().getAsDouble())
                        .isLessThanOrEqualTo(xray.linkSeconds());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void theBandwidthIsTheAccelerators() {
        Answer answer = TestCatalog.planner().evaluate(request("nvidia-h200-sxm-141gb"));

        assertThat(Xray.of(answer, TestCatalog.catalog()).orElseThrow().bandwidthBytesPerSecond()).isCloseTo(
                TestCatalog.catalog().accelerator("nvidia-h200-sxm-141gb").orElseThrow().accelerator()
                        .memoryBandwidthBytesPerSecond().orElseThrow(), within(1.0));
    }

    @Test
    void everyOperatorThatReadsWeightsIsKnownToDoSo() {
        Set<String> others = new TreeSet<>();
        for (Answer answer : ANSWERS) {
            Xray.of(answer, TestCatalog.catalog()).ifPresent(xray -> {
                for (OperatorCost operator : answer.estimate().speed().orElseThrow().operators()) {
                    if (operator.phase() == OperatorCost.Phase.DECODE && Xray.kindOf(operator) == Xray.Kind.WEIGHTS) {
                        others.add(operator.name());
                    }
                }
            });
        }
        others.removeAll(WEIGHTS);

        assertThat(others).isEmpty();
    }

    private static JsonObject request(String accelerator) {
        return new JsonObject.Builder()
                .put("model", "deepseek-r1").put("accelerator", accelerator).put("engine", "sglang").put("gpus", 8)
                .put("workload", new JsonObject.Builder().put("inputTokens", 1024).put("outputTokens", 1024)
                        .put("concurrency", 64).build())
                .build();
    }

    private static List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (JsonObject request : new RandomRequests(20261124, TestCatalog.catalog()).next(3000)) {
            try {
                answers.add(TestCatalog.planner().evaluate(request));
            } catch (RequestException refused) {
                assertThat(refused.code()).isNotBlank();
            }
        }
        return answers;
    }
}
