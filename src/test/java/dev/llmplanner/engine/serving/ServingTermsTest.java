package dev.llmplanner.engine.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.Deployments;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.roofline.Precision;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Terms of {@code docs/model/serving.md} and {@code docs/model/uncertainty.md}, each where it counts and where it must not. */
class ServingTermsTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double P90 = 1.2816;

    @Test
    void sglangLooksForRequestsEveryTenthStepForFewUsersAndEveryThirtiethForMany() {
        for (var expected : List.of(new double[] {1, 10}, new double[] {8, 10}, new double[] {12, 20},
                new double[] {16, 30}, new double[] {64, 30})) {
            assertThat(published("sglang", expected[0]).pollSteps()).as(expected[0] + " users").isEqualTo(expected[1]);
        }
    }

    @Test
    void onlySglangInAClosedLoopOfDrawnLengthsLooksLessThanEveryStep() {
        for (int users : List.of(1, 64)) {
            assertThat(published("vllm", users).pollSteps()).isEqualTo(1);
            assertThat(published("tensorrt-llm", users).pollSteps()).isEqualTo(1);
            assertThat(point("deepseek-r1", "sglang", workload(1024, 1024, 1, users, "closed-loop")).pollSteps()).isEqualTo(1);
            assertThat(point("deepseek-r1", "sglang", workload(1024, 1024, 0.9, users, "poisson")).pollSteps()).isEqualTo(1);
        }
    }

    /** The same true lengths, once as a published benchmark draws them and once as they are. */
    @Test
    void aRequestWaitsHalfTheStepsBetweenTwoLooks() {
        ServingPoint drawn = point("deepseek-r1", "sglang", workload(1000, 1000, 0.9, 4, "closed-loop"));
        ServingPoint plain = point("deepseek-r1", "sglang", workload(900, 900, 1, 4, "closed-loop"));

        assertThat(drawn.decodeStepSeconds()).isEqualTo(plain.decodeStepSeconds());
        assertThat(drawn.aloneSeconds() - plain.aloneSeconds()).isCloseTo(4.5 * plain.decodeStepSeconds(), ROUNDING);
        assertThat(drawn.tpotSeconds()).isCloseTo(plain.tpotSeconds(), ROUNDING);
    }

    @Test
    void promptsFoundInOneLookWaitForEachOthersSteps() {
        ServingPoint drawn = point("deepseek-r1", "sglang", workload(8192, 512, 0.9, 64, "closed-loop"));
        ServingPoint plain = point("deepseek-r1", "sglang", workload(8192, 512, 1, 64, "closed-loop"));

        assertThat(drawn.togetherSeconds()).isPositive();
        assertThat(plain.togetherSeconds()).isZero();
    }

    @Test
    void aPrefillStepOfSglangTakesNoLessThanItsLaunchPerLayer() {
        EngineCalibration sglang = calibration(CalibrationClass.HOPPER, ServingEngine.SGLANG);
        ServingPoint shortPrompt = point("deepseek-r1", "sglang", workload(64, 512, 1, 1, "closed-loop"));
        ServingPoint longPrompt = point("deepseek-r1", "sglang", workload(16_000, 512, 1, 1, "closed-loop"));

        assertThat(sglang.eagerSeconds()).isPositive();
        assertThat(shortPrompt.prefillStageSeconds()).isCloseTo(61 * sglang.eagerSeconds(), ROUNDING);
        assertThat(shortPrompt.kernelServiceSeconds()).isLessThan(shortPrompt.serviceSeconds());
        assertThat(longPrompt.prefillStageSeconds()).isGreaterThan(61 * sglang.eagerSeconds());
        assertThat(longPrompt.kernelServiceSeconds()).isEqualTo(longPrompt.serviceSeconds());
        for (String engine : List.of("vllm", "tensorrt-llm")) {
            ServingPoint other = point("deepseek-r1", engine, workload(64, 512, 1, 1, "closed-loop"));
            assertThat(other.prefillStageSeconds()).as(engine).isLessThan(61 * sglang.eagerSeconds());
            assertThat(other.kernelServiceSeconds()).as(engine).isEqualTo(other.serviceSeconds());
        }
    }

    @Test
    void tensorRtAddsItsLaunchOfEveryLayerOfExpertsToTtftWhateverThePrompt() {
        for (ServingEngine engine : List.of(ServingEngine.TENSORRT_LLM, ServingEngine.VLLM, ServingEngine.SGLANG)) {
            double each = calibration(CalibrationClass.HOPPER, engine).ttftExpertsSeconds();
            assertThat(each > 0).as(engine.code()).isEqualTo(engine == ServingEngine.TENSORRT_LLM);
            for (double prompt : List.of(64.0, 4096.0)) {
                assertThat(unexplained("deepseek-r1", engine, prompt)).as(engine.code()).isCloseTo(58 * each, ROUNDING);
                assertThat(unexplained("llama-3.1-70b", engine, prompt)).as(engine.code()).isCloseTo(0, ROUNDING);
            }
        }
    }

    /** TTFT of a lone request beside its fixed part, its prompt and its step. */
    private static double unexplained(String model, ServingEngine engine, double prompt) {
        EngineCalibration calibration = calibration(CalibrationClass.HOPPER, engine);
        ServingPoint point = point(model, engine.code(), workload(prompt, 512, 1, 1, "closed-loop"));
        return point.aloneSeconds() - calibration.ttftFixedSeconds()
                - calibration.ttftPrefillFactor() * point.promptingSeconds()
                - calibration.ttftStepFactor() * point.decodeStepSeconds();
    }

    @Test
    void oneUserOfAClosedLoopHasTheDecodeStepAsTpot() {
        for (String engine : List.of("vllm", "sglang", "tensorrt-llm")) {
            ServingPoint one = point("deepseek-r1", engine, workload(1024, 64, 1, 1, "closed-loop"));
            ServingPoint two = point("deepseek-r1", engine, workload(1024, 64, 1, 2, "closed-loop"));

            assertThat(one.stallSeconds()).as(engine).isZero();
            assertThat(one.tpotSeconds()).as(engine).isEqualTo(one.decodeStepSeconds());
            assertThat(two.tpotSeconds()).as(engine).isGreaterThan(two.decodeStepSeconds());
        }
    }

    @Test
    void independentUsersAreStalledByWhoComesNext() {
        ServingPoint one = point("deepseek-r1", "vllm", workload(1024, 64, 1, 1, "poisson"));

        assertThat(one.tpotSeconds()).isGreaterThan(one.decodeStepSeconds());
    }

    @Test
    void cdna2AnswersWithAWideBandAndNeverHighConfidence() {
        Estimate measured = estimate("llama-3.1-70b", "amd-mi250x", "vllm", workload(1024, 512, 1, 8, "poisson"));
        Estimate unmeasured = estimate("llama-3.1-70b", "amd-mi210", "vllm", workload(1024, 512, 1, 8, "poisson"));
        Estimate hopper = estimate("llama-3.1-70b", "nvidia-h200-sxm-141gb", "vllm", workload(1024, 512, 1, 8, "poisson"));
        double extra = TestCatalog.constants().extraLogSd().get(CalibrationClass.CDNA2);

        assertThat(extra).isGreaterThanOrEqualTo(0.4);
        assertThat(high(measured)).isCloseTo(widened(high(hopper), extra), ROUNDING);
        assertThat(high(unmeasured)).isGreaterThan(high(measured));
        assertThat(List.of(measured.confidence(), unmeasured.confidence())).doesNotContain(Confidence.HIGH);
    }

    @Test
    void draftTokensWidenTheBand() {
        JsonObject plain = workload(4096, 512, 1, 8, "poisson");
        JsonObject drafting = drafting(plain);
        double widened = high(estimate("deepseek-r1", "nvidia-h200-sxm-141gb", "sglang", drafting));
        double base = high(estimate("deepseek-r1", "nvidia-h200-sxm-141gb", "sglang", plain));

        assertThat(TestCatalog.constants().draftingLogSd()).isGreaterThanOrEqualTo(0.35);
        assertThat(widened).isCloseTo(widened(base, TestCatalog.constants().draftingLogSd()), ROUNDING);
    }

    @Test
    void everyPassOfTheDraftLayerPaysTheHostsStep() {
        Deployment drafting = new Deployments(TestCatalog.catalog(), TestCatalog.constants()).replica(request(
                "deepseek-r1", "nvidia-h200-sxm-141gb", "sglang",
                drafting(workload(4096, 512, 1, 8, "poisson"))));
        EngineCalibration sglang = calibration(CalibrationClass.HOPPER, ServingEngine.SGLANG);
        StepTimes.Decode asItIs = decode(drafting, sglang);
        StepTimes.Decode slower = decode(drafting, withStep(sglang, sglang.stepSeconds() + 1e-3));

        assertThat(slower.draftSeconds() - asItIs.draftSeconds()).isCloseTo(3e-3, ROUNDING);
        assertThat(slower.seconds() - asItIs.seconds()).isCloseTo(4e-3, ROUNDING);
    }

    private static StepTimes.Decode decode(Deployment deployment, EngineCalibration calibration) {
        Precision precision = Precision.of(deployment.weights(), deployment.accelerator()).orElseThrow();
        return new StepTimes(deployment, precision, calibration).decode(8);
    }

    private static EngineCalibration withStep(EngineCalibration c, double stepSeconds) {
        return new EngineCalibration(c.device(), stepSeconds, c.layerSeconds(), c.eagerSeconds(), c.sequenceSeconds(),
                c.fusedFraction(), c.stallFraction(), c.ttftFixedSeconds(), c.ttftPrefillFactor(), c.ttftExpertsSeconds(),
                c.ttftStepFactor(), c.polling(), c.ttftBurstFraction());
    }

    /** The upper factor, with a deviation in natural log added. */
    private static double widened(double factor, double deviation) {
        return Math.exp(Math.hypot(Math.log(factor), P90 * deviation));
    }

    private static double high(Estimate estimate) {
        Band tpot = estimate.speed().orElseThrow().tpotSeconds();
        return tpot.high() / tpot.mid();
    }

    private static EngineCalibration calibration(CalibrationClass device, ServingEngine engine) {
        return TestCatalog.constants().engine(device, engine).orElseThrow();
    }

    private static ServingPoint published(String engine, double users) {
        return point("deepseek-r1", engine, workload(1024, 1024, 0.9, users, "closed-loop"));
    }

    private static ServingPoint point(String model, String engine, JsonObject workload) {
        return estimate(model, "nvidia-h200-sxm-141gb", engine, workload).point().orElseThrow();
    }

    private static Estimate estimate(String model, String accelerator, String engine, JsonObject workload) {
        return TestCatalog.planner().evaluate(request(model, accelerator, engine, workload)).estimate();
    }

    private static JsonObject request(String model, String accelerator, String engine, JsonObject workload) {
        return new JsonObject.Builder().put("model", model).put("accelerator", accelerator).put("engine", engine)
                .put("layout", JacksonJson.parse("{\"tensorParallel\": 8}"))
                .put("workload", workload)
                .build();
    }

    private static JsonObject drafting(JsonObject workload) {
        Map<String, Json> members = new LinkedHashMap<>(workload.members());
        members.put("speculative", JacksonJson.parse("{\"depth\": 3, \"acceptance\": 0.7}"));
        return new JsonObject(members);
    }

    private static JsonObject workload(double input, double output, double factor, double users, String arrival) {
        return new JsonObject.Builder().put("inputTokens", input).put("outputTokens", output).put("lengthFactor", factor)
                .put("concurrency", users).put("arrival", arrival)
                .build();
    }
}
