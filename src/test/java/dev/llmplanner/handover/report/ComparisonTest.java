package dev.llmplanner.handover.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.handover.Approval;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.Order;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plans of a search beside the one that is handed over, with figures that are made up. */
class ComparisonTest {

    private static final String CASE = "llama-3.3-70b-vllm-4-h100";

    private static final String RESULT = """
            {"request": {"rankBy": "cost-per-million-output-tokens"},
             "explanation": {"figure": "cost-per-million-output-tokens"},
             "plans": [
              {"rank": 1, "tie": 1, "model": "llama-3.3-70b", "server": "hgx-h200-8gpu-server",
               "accelerator": "nvidia-h200-sxm-141gb", "engine": "sglang", "weights": "fp8", "mode": "aggregated",
               "servers": 1, "gpus": 8, "replicas": 4, "request": {"layout": {"tensorParallel": 2}},
               "cost": {"currency": "USD", "purchase": {"typical": 300000}, "perMillionOutputTokens": {"typical": 2}},
               "power": {"peakWatts": {"typical": 10200}, "typicalWatts": {"typical": 8000}},
               "margins": [{"constraint": "tpot", "fraction": 0.25}, {"constraint": "ttft", "fraction": 0.75}]},
              {"rank": 2, "tie": 1, "model": "llama-3.3-70b", "server": "hgx-h100-8gpu-server",
               "accelerator": "nvidia-h100-sxm5-80gb", "engine": "vllm", "weights": "fp8", "mode": "aggregated",
               "servers": 1, "gpus": 8, "replicas": 2, "request": {"layout": {"tensorParallel": 4}},
               "cost": {"currency": "USD", "purchase": {"typical": 250000}, "perMillionOutputTokens": {"typical": 2.5}},
               "power": {"peakWatts": {"typical": 10200}, "typicalWatts": {"typical": 8000}},
               "margins": [{"constraint": "tpot", "fraction": 0.4}]},
              {"rank": 3, "tie": 2, "model": "llama-3.3-70b", "server": "cn-h20-96-8gpu",
               "accelerator": "nvidia-h20-sxm-96gb", "engine": "vllm", "weights": "bf16", "mode": "aggregated",
               "servers": 2, "gpus": 16, "replicas": 4, "request": {"layout": {"tensorParallel": 4}},
               "cost": {"currency": "USD", "purchase": {"typical": 400000}, "perMillionOutputTokens": {"typical": 5}},
               "margins": [{"constraint": "power", "fraction": 0.4}]},
              {"model": "llama-3.3-70b", "server": "huawei-atlas-800i-a2-64g", "accelerator": "huawei-ascend-910b3",
               "engine": "mindie", "weights": "bf16", "mode": "aggregated", "servers": 3, "gpus": 24, "replicas": 3,
               "request": {"layout": {"tensorParallel": 8}}, "margins": []}],
             "undecided": [{"model": "llama-3.3-70b", "server": "nvidia-dgx-b200", "accelerator": "nvidia-b200-sxm-180gb",
               "facts": []}],
             "rejected": [
              {"model": "llama-3.3-70b", "accelerator": "nvidia-l40s", "constraint": "power", "closest": 22000,
               "limit": 15000, "unit": "watts"},
              {"model": "llama-3.1-405b", "server": "hgx-h100-8gpu-server", "accelerator": "nvidia-h100-sxm5-80gb",
               "constraint": "memory"}]}""";

    private static JsonObject result() {
        return (JsonObject) JacksonJson.parse(RESULT);
    }

    private static String report(Order order, JsonObject search, String language) {
        return Markdown.of(Handover.of(order, TestCatalog.planner(), Cases.CATALOG, Optional.empty(), Optional.of(search),
                Cases.words(language)).blocks());
    }

    @Test
    void everyPlanHasTheReasonWhyItWasNotTaken() throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            String report = report(Cases.order(CASE), result(), language);
            int start = report.indexOf(language.equals("en") ? "## Options compared" : "## 方案比较");
            Approval.verify("compared/" + language + "/report.md", report.substring(start, report.indexOf("\n## ", start + 4)));
        }
    }

    @Test
    void anOrderThatIsNoPlanOfTheSearchIsNotCompared() {
        assertThat(Comparison.of(result(), Cases.order(CASE))).isPresent();
        assertThat(Comparison.of(result(), Cases.order("gpt-oss-120b-vllm-1-h100"))).isEmpty();
        assertThat(report(Cases.order("gpt-oss-120b-vllm-1-h100"), result(), "en")).doesNotContain("Options compared");
    }

    @Test
    void theLayoutAndTheReplicasTellPlansApart() {
        JsonObject other = (JsonObject) JacksonJson.parse(RESULT.replace("\"tensorParallel\": 4", "\"tensorParallel\": 8"));
        JsonObject more = (JsonObject) JacksonJson.parse(RESULT.replace("\"replicas\": 2", "\"replicas\": 3"));

        assertThat(Comparison.of(other, Cases.order(CASE))).isEmpty();
        assertThat(Comparison.of(more, Cases.order(CASE))).isEmpty();
    }
}
