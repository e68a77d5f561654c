package dev.llmplanner.handover.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.llmplanner.benchmark.BenchmarkReader;
import dev.llmplanner.benchmark.Reading;
import dev.llmplanner.benchmark.Run;
import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.acceptance.AcceptancePlan.Limit;
import dev.llmplanner.handover.text.Hostile;
import dev.llmplanner.handover.text.Utf8;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptancePlanTest {

    private static final String CASE = "llama-3.3-70b-vllm-4-h100";

    @TempDir
    private Path folder;

    @Test
    void theLimitsAreTheEstimatesOwnBands() {
        AcceptancePlan plan = plan(Cases.order(CASE));
        Answer answer = TestCatalog.planner().evaluate(plan.request());
        Speed speed = answer.estimate().speed().orElseThrow();

        assertThat(plan.request().get("workload").map(workload -> ((JsonObject) workload).get("arrival")).toString())
                .contains("closed-loop");
        assertThat(bound(plan, "mean_ttft_ms")).isEqualTo(speed.ttftSeconds().high() * 1000);
        assertThat(bound(plan, "mean_tpot_ms")).isEqualTo(speed.tpotSeconds().high() * 1000);
        assertThat(bound(plan, "output_throughput")).isEqualTo(speed.outputTokensPerSecond().low());
    }

    @Test
    void aRateIsOfferedAsItIsPlanned() {
        Order order = Cases.order("deepseek-r1-vllm-2x8-h20");

        assertThat(plan(order).request()).isEqualTo(order.answer().request());
        assertThat(script(order)).contains("--request-rate 2 ", "--num-prompts 1200 ", "--dataset-name prefix_repetition",
                "--prefix-repetition-prefix-len 614 ", "--prefix-repetition-suffix-len 1434 ");
    }

    @Test
    void aDeploymentThatMeetsThePlanPassesAndASlowOneDoesNot() throws Exception {
        AcceptancePlan plan = plan(Cases.order(CASE));

        assertThat(check(plan, 1)).isZero();
        assertThat(check(plan, 3)).isEqualTo(1);
    }

    @Test
    void thePlannerReadsTheResultBack() {
        AcceptancePlan plan = plan(Cases.order(CASE));
        Reading.Runs read = (Reading.Runs) BenchmarkReader.read(result(plan, 1), new JacksonTexts()::read);
        Run run = read.runs().get(0);

        assertThat(run.outcome().ttft().meanSeconds().getAsDouble() * 1000)
                .isEqualTo(mid(plan, "mean_ttft_ms"), Offset.offset(1e-9));
        assertThat(run.outcome().tpot().meanSeconds().getAsDouble() * 1000)
                .isEqualTo(mid(plan, "mean_tpot_ms"), Offset.offset(1e-9));
        assertThat(run.outcome().outputTokensPerSecond().getAsDouble())
                .isEqualTo(mid(plan, "output_throughput"), Offset.offset(1e-9));
        assertThat(run.demand().concurrencyCount()).hasValue(64);
        assertThat(run.demand().inputTokens()).hasValue(2048);
    }

    @Test
    void namesChangeNothingOfTheScript() throws IOException {
        for (String name : Hostile.NAMES) {
            Order order = Cases.named(CASE, name);
            String script = script(order);
            assertThat(script.substring(script.indexOf("set -euo")).replace("\n", ""))
                    .isEqualTo(script(Cases.order(CASE)).replace("\n", "").replaceAll("^.*?set -euo", "set -euo"));
            JsonNode limits = new ObjectMapper().readTree(file(order, "limits.json"));
            assertThat(limits.get("plan").asText()).isEqualTo(name.replace("half \ud83d", "half \ufffd"));
        }
    }

    @Test
    void guidellmOffersTheSameLoad() {
        assertThat(file(Cases.order(CASE), "guidellm.sh")).contains("guidellm benchmark run", "--rate-type concurrent ",
                "--rate 64 ", "--max-requests 640 ", "prompt_tokens=2048,output_tokens=512,samples=640",
                "--processor RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic ");
        assertThat(file(Cases.order("deepseek-r1-vllm-2x8-h20"), "guidellm.sh")).contains("--rate-type poisson ",
                "--rate 2 ", "--max-requests 1200 ", "prefix_tokens=614,prompt_tokens=1434,output_tokens=512");
    }

    @Test
    void guidellmsResultIsHeldAgainstTheSameLimitsAndReadBack() throws Exception {
        AcceptancePlan plan = plan(Cases.order(CASE));

        assertThat(check(plan, guidellm(plan, 1, 0))).isZero();
        assertThat(check(plan, guidellm(plan, 3, 0))).isEqualTo(1);
        assertThat(check(plan, guidellm(plan, 1, 2))).isEqualTo(1);
        Reading.Runs read = (Reading.Runs) BenchmarkReader.read(guidellm(plan, 1, 0), new JacksonTexts()::read);
        assertThat(read.runs().get(0).outcome().tpot().meanSeconds().getAsDouble() * 1000)
                .isEqualTo(mid(plan, "mean_tpot_ms"), Offset.offset(1e-9));
    }

    /** What GuideLLM would write of such a run. */
    private static String guidellm(AcceptancePlan plan, double slowness, int errors) {
        return """
                {"metadata": {"version": 1, "guidellm_version": "0.3.1"}, "args": {"model": "llama-3-3-70b"},
                 "benchmarks": [{"args": {"strategy": {"type_": "concurrent", "streams": 64}},
                 "start_time": 1772323200.0, "end_time": 1772323300.0,
                 "request_totals": {"successful": 640, "incomplete": 0, "errored": ERRORS, "total": 640},
                 "metrics": {"prompt_token_count": {"successful": {"mean": 2048.0}},
                  "output_token_count": {"successful": {"mean": 512.0}},
                  "time_to_first_token_ms": {"successful": {"mean": TTFT}},
                  "inter_token_latency_ms": {"successful": {"mean": TPOT}},
                  "output_tokens_per_second": {"successful": {"mean": OUTPUT}}}}]}"""
                .replace("ERRORS", "" + errors)
                .replace("TTFT", "" + mid(plan, "mean_ttft_ms") * slowness)
                .replace("TPOT", "" + mid(plan, "mean_tpot_ms") * slowness)
                .replace("OUTPUT", "" + mid(plan, "output_throughput") / slowness);
    }

    private int check(AcceptancePlan plan, double slowness) throws Exception {
        return check(plan, result(plan, slowness));
    }

    private int check(AcceptancePlan plan, String result) throws Exception {
        Files.write(folder.resolve("limits.json"), Utf8.bytes(file(plan.order(), "limits.json")));
        Files.write(folder.resolve("check.py"), Utf8.bytes(file(plan.order(), "check.py")));
        Files.writeString(folder.resolve("result.json"), result);
        Process process = new ProcessBuilder("python3", "check.py", "limits.json", "result.json")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).contains("Mean time to first token");
        return process.waitFor();
    }

    /** What vLLM's benchmark would write of a run that is that many times slower than the plan. */
    private static String result(AcceptancePlan plan, double slowness) {
        return """
                {"date": "20261123-101500", "endpoint_type": "openai", "backend": "openai", "label": null,
                 "model_id": "RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic", "num_prompts": 640, "request_rate": "inf",
                 "burstiness": 1.0, "max_concurrency": 64, "duration": 100.0, "completed": 640, "failed": 0,
                 "total_input_tokens": 1310720, "total_output_tokens": 327680,
                 "mean_ttft_ms": TTFT, "mean_tpot_ms": TPOT, "output_throughput": OUTPUT}"""
                .replace("TTFT", "" + mid(plan, "mean_ttft_ms") * slowness)
                .replace("TPOT", "" + mid(plan, "mean_tpot_ms") * slowness)
                .replace("OUTPUT", "" + mid(plan, "output_throughput") / slowness);
    }

    private static double mid(AcceptancePlan plan, String metric) {
        return limit(plan, metric).expected().mid();
    }

    private static double bound(AcceptancePlan plan, String metric) {
        return limit(plan, metric).bound();
    }

    private static Limit limit(AcceptancePlan plan, String metric) {
        return plan.limits().stream().filter(limit -> limit.metric().equals(metric)).findFirst().orElseThrow();
    }

    private static AcceptancePlan plan(Order order) {
        return AcceptancePlan.of(TestCatalog.planner(), order).orElseThrow();
    }

    private static String script(Order order) {
        return file(order, "run.sh");
    }

    private static String file(Order order, String name) {
        List<Artifact> files =
                new AcceptanceFiles(plan(order), Cases.launch(order).port(), Cases.CATALOG, Cases.words("en")).files();
        return files.stream().filter(file -> file.path().endsWith("/" + name)).findFirst()
                .flatMap(Artifact::text).orElseThrow();
    }
}
