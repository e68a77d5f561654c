package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.CalibrationData.Row;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Turns the clean rows of {@code measurements/serving.csv} into samples, and counts what is left out and why. */
final class SampleReader {

    /** Names of the table for models of the catalog and of {@code calibration/models}. */
    private static final Map<String, String> MODELS = Map.of(
            "meta-llama/Llama-3.1-70B", "llama-3.1-70b",
            "deepseek-ai/DeepSeek-V3", "deepseek-v3",
            "meta-llama/Llama-3.1-8B-Instruct", "llama-3.1-8b",
            "Qwen/Qwen3-32B", "qwen3-32b");

    /** Models whose layers have one shape. */
    private static final Map<String, String> FAMILIES = Map.of(
            "deepseek-r1", "deepseek-v3", "deepseek-v3.1", "deepseek-v3",
            "llama-3-70b", "llama-3.1-70b", "llama-3.3-70b", "llama-3.1-70b");

    private final CalibrationData data;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    SampleReader(CalibrationData data) {
        this.data = data;
    }

    /** All samples of the table, in its order. */
    List<Sample> samples() {
        return samples;
    }

    /** Rows that are no sample, by reason. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    SampleReader readServing() {
        for (Row row : data.rows("serving.csv")) {
            if (!row.text("status").equals("clean")) {
                leaveOut("status " + row.text("status"));
                continue;
            }
            try {
                samples.add(serving(row));
            } catch (RequestException refused) {
                leaveOut(refused.code());
            }
        }
        return this;
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    private Sample serving(Row row) {
        ModelEntry model = model(row.text("model"));
        boolean pools = row.text("mode").equals("disaggregated");
        JsonObject request = request(row, model.id(), pools);
        Optional<DisaggregatedPair> pair =
                pools ? Optional.of(data.deployments().pools(request)) : Optional.empty();
        Deployment replica = pair.map(DisaggregatedPair::decode)
                .orElseGet(() -> data.deployments().replica(request));
        return new Sample(
                row.text("id"),
                pools ? Sample.Kind.POOLS : Sample.Kind.CLOSED_LOOP,
                group(model.id(), row.text("accelerator"), row.text("precision"), row.text("engine")),
                row.text("precision"),
                row.text("engine_version"),
                row.text("measured"),
                replica,
                pair,
                OptionalDouble.of(row.number("tpot_ms") / 1e3),
                OptionalDouble.of(row.number("ttft_ms") / 1e3),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                request,
                row.text("source"));
    }

    private ModelEntry model(String name) {
        return data.catalog().model(MODELS.getOrDefault(name, name)).orElseThrow(() ->
                new IllegalStateException("no model " + name));
    }

    static Sample.Group group(String model, String accelerator, String precision, String engine) {
        String family = FAMILIES.getOrDefault(model, model);
        return new Sample.Group(
                family + " " + accelerator + " " + precision + " " + engine, model, family, accelerator, engine);
    }

    private static JsonObject request(Row row, String model, boolean pools) {
        boolean mixedAsReleased = model.startsWith("gpt-oss");
        JsonObject.Builder request = new JsonObject.Builder();
        String version = row.text("engine_version");
        if (version.matches("[0-9]+\\.[0-9].*")) {
            request.put("engineVersion", version);
        }
        if (pools) {
            request.put("mode", "disaggregated").put("fabric", "ib-ndr")
                    .put("prefill", pool(row, "prefill_workers", "prefill_"))
                    .put("decode", pool(row, "decode_workers", ""));
        } else {
            request.put("layout", layout(row, ""));
        }
        return request
                .put("model", model)
                .put("accelerator", row.text("accelerator"))
                .put("engine", row.text("engine"))
                .put("precision", new JsonObject.Builder()
                        .put("weights", mixedAsReleased ? "native" : row.text("precision"))
                        .put("kvCache", row.number("kv_bytes") == 1 ? "fp8" : "bf16")
                        .build())
                .put("workload", new JsonObject.Builder()
                        .put("inputTokens", row.number("input_tokens"))
                        .put("outputTokens", row.number("output_tokens"))
                        .put("lengthFactor", row.number("length_factor"))
                        .put("concurrency", row.number("concurrency"))
                        .put("arrival", "closed-loop")
                        .build())
                .build();
    }

    private static JsonObject pool(Row row, String workers, String prefix) {
        return new JsonObject.Builder()
                .put("workers", row.number(workers))
                .put("layout", layout(row, prefix))
                .build();
    }

    private static JsonObject layout(Row row, String prefix) {
        return new JsonObject.Builder()
                .put("tensorParallel", row.number(prefix + "tensor_parallel"))
                .put("attentionDataParallel", row.number(prefix + "attention_data_parallel"))
                .put("expertParallel", row.number(prefix + "expert_parallel"))
                .build();
    }
}
