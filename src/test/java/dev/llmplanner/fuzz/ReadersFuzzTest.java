package dev.llmplanner.fuzz;

import dev.llmplanner.benchmark.BenchmarkReader;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.checkpoint.CheckpointFiles;
import dev.llmplanner.checkpoint.CheckpointReader;
import dev.llmplanner.checkpoint.CheckpointText;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.own.OwnFile;
import dev.llmplanner.view.own.OwnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No text makes a reader throw or wait, whatever it holds. */
@Tag("slow")
class ReadersFuzzTest {

    private static final int LONGEST = 30_000;

    @Test
    void aConfigurationIsReadOrRefused() {
        Fuzz.read("config.json", 8_000, Samples.below("src/test/resources/configs", ".json", LONGEST), text ->
                CheckpointText.config(text).json().ifPresent(config -> CheckpointReader.read(CheckpointFiles.of(config))));
    }

    @Test
    void anIndexIsReadOrRefused() {
        String config = Samples.below("src/test/resources/configs", "deepseek-r1.json", LONGEST).get(0);
        Fuzz.read("safetensors index", 8_000, List.of("""
                {"metadata": {"total_size": 1}, "weight_map": {"model.layers.0.mlp.down_proj.weight": "a.safetensors",
                 "lm_head.weight": "b.safetensors", "model.layers.60.self_attn.kv_b_proj.weight_scale_inv": "a.safetensors"}}"""),
                text -> CheckpointText.index(text).json().ifPresent(index -> CheckpointReader.read(
                        new CheckpointFiles(CheckpointText.config(config).json(), Optional.of(index), Optional.empty(), Optional.empty()))));
    }

    @Test
    void aBenchmarkFileIsReadOrRefused() {
        List<String> samples = new ArrayList<>(Samples.below("src/test/resources/benchmark", ".json", LONGEST));
        samples.addAll(Samples.below("src/test/resources/benchmark", ".jsonl", LONGEST));
        samples.addAll(Samples.below("src/test/resources/benchmark", ".log", LONGEST));
        Fuzz.read("benchmark file", 5_000, samples, text -> BenchmarkReader.read(text, Application.RESOURCES.json()::read));
    }

    @Test
    void aFileOfOwnRecordsIsReadOrRefused() {
        Fuzz.read("own records", 12_000, ownRecords(), text -> {
            OwnFile.read(OwnKind.HARDWARE, text, Application.RESOURCES);
            OwnFile.read(OwnKind.MODELS, text, Application.RESOURCES);
        });
    }

    /** Files of the planner's own form, made of the catalog's records. */
    static List<String> ownRecords() {
        List<String> samples = new ArrayList<>();
        for (String accelerator : Samples.below("hardware-catalog/accelerators", "h200-sxm-141gb.json", LONGEST)) {
            samples.add("{\"kind\": \"" + OwnKind.HARDWARE.fileKind() + "\", \"version\": 1, \"records\": {\"accelerators\": {\"own:a\": "
                    + accelerator + "}, \"servers\": {}}}");
        }
        samples.add("""
                {"kind": "%s", "version": 1, "records": {"accelerators": {"own:b": {"name": "Mine", "vendor": "nvidia", "memory":
                 {"usableGiB": 90, "bandwidthGBps": 3000}, "denseTflops": {"bf16": 900, "fp8": 1800}}}, "servers": {"own:c":
                 {"name": "Box", "accelerator": "own:b", "gpus": 8}}}}""".formatted(OwnKind.HARDWARE.fileKind()));
        Samples.below("docs/contract/examples", "own-model.request.json", LONGEST).forEach(request ->
                samples.add("{\"kind\": \"" + OwnKind.MODELS.fileKind() + "\", \"version\": 1, \"records\": {\"models\": {\"own:m\": "
                        + request + "}}}"));
        return samples;
    }

    @Test
    void aRequestIsAnsweredOrRefused() {
        Fuzz.read("request", 8_000, Samples.below("docs/contract/examples", ".request.json", LONGEST), text -> {
            if (Application.RESOURCES.json().read(text).orElse(null) instanceof JsonObject request) {
                try {
                    JacksonJson.compact(TestCatalog.planner().estimate(request));
                } catch (RequestException refused) {
                    refused.getMessage();
                }
            }
        });
    }

    @Test
    void aSearchRequestIsTakenOrRefused() {
        List<String> samples = new ArrayList<>(Samples.below("src/test/resources/golden/plans", ".json", LONGEST));
        samples.addAll(Samples.below("docs/contract/examples/search", ".request.json", LONGEST));
        Fuzz.read("search request", 4_000, samples, text -> {
            if (Application.RESOURCES.json().read(text).orElse(null) instanceof JsonObject request) {
                try {
                    Search.of(TestCatalog.planner(), TestCatalog.plant(), request);
                } catch (RequestException refused) {
                    refused.getMessage();
                }
            }
        });
    }
}
