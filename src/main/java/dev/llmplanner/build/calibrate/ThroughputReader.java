package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.CalibrationData.Row;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Turns rows of {@code measurements/throughput.csv} into samples, and counts what is left out and why. */
final class ThroughputReader {

    /** Names of the table that no catalog record lists as a repository. */
    private static final Map<String, String> MODELS = Map.of(
            "Falcon 180B", "falcon-180b",
            "LLaMA 70B", "llama-2-70b",
            "LLaMA v3 70B", "llama-3-70b",
            "LLaMA v3.1 70B", "llama-3.1-70b",
            "Llama 3.1 405B FP8", "llama-3.1-405b",
            "NIM llama-3.3-70b-instruct 1.8.0", "llama-3.3-70b",
            "Mixtral 8x22B", "mixtral-8x22b",
            "/workspace/DeepSeek-v3.2", "deepseek-v3.2");

    private static final Map<String, String> MODELS_BY_FAMILY = Map.of(
            "Llama-4-Scout (109B-A17B)", "llama-4-scout",
            "GLM-4.5-Air (106B-A12B)", "glm-4.5-air");

    private static final Map<String, String> ACCELERATORS = Map.of(
            "H100", "nvidia-h100-sxm5-80gb",
            "H200", "nvidia-h200-sxm-141gb",
            "B200", "nvidia-b200-sxm-180gb",
            "GB200", "nvidia-gb200",
            "A100", "nvidia-a100-sxm4-80gb",
            "A100-PCIe", "nvidia-a100-pcie-80gb",
            "L40S", "nvidia-l40s",
            "RTX PRO 6000", "nvidia-rtx-pro-6000-server",
            "MI300X", "amd-mi300x",
            "MI250", "amd-mi250x");

    private static final Map<String, String> ENGINES = Map.of(
            "vllm", "vllm", "sglang", "sglang", "tensorrt-llm", "tensorrt-llm", "nim (tensorrt-llm)", "tensorrt-llm");

    private static final Map<String, Sample.Kind> KINDS = Map.of(
            "closed-loop", Sample.Kind.CLOSED_LOOP,
            "static-batch offline", Sample.Kind.STATIC_BATCH,
            "offline-max-throughput", Sample.Kind.SATURATED);

    /**
     * Tokens that ran together in the engines of the static batches on A100: output stops growing at exactly as many,
     * whatever the lengths, in a quarter of the memory that was free.
     */
    private static final double A100_POOL_TOKENS = 16_384;

    /** Draft tokens of the rows that say what was accepted: their commands have {@code --speculative-num-steps 3}. */
    private static final int DRAFTS = 3;

    /** SGLang sets this many requests together when it drafts and nobody says otherwise. */
    private static final double SGLANG_DRAFTING_REQUESTS = 48;

    private final CalibrationData data;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    ThroughputReader(CalibrationData data) {
        this.data = data;
    }

    List<Sample> samples() {
        return samples;
    }

    /** Rows that are no sample, by reason. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    ThroughputReader read() {
        for (Row row : data.rows("throughput.csv")) {
            String reason = reasonAgainst(row);
            if (reason.isEmpty()) {
                try {
                    samples.add(sample(row));
                } catch (RequestException refused) {
                    reason = "not possible here: " + refused.code();
                }
            }
            if (!reason.isEmpty()) {
                leftOut.merge(reason, 1, Integer::sum);
            }
        }
        return this;
    }

    private String reasonAgainst(Row row) {
        if (!KINDS.containsKey(row.text("scenario"))) {
            return "scenario " + row.text("scenario").replaceAll(" \\(.*", "");
        }
        if (row.has("spec_decode") && acceptedTokens(row).isEmpty()) {
            return "speculative decoding without depth and acceptance";
        }
        if (model(row).isEmpty()) {
            return "model outside the catalog";
        }
        if (!row.has("output_tok_s_total")) {
            return "no output rate";
        }
        if (row.text("source").contains("InferenceX") && row.text("notes").contains("likely contains errors")) {
            return "marked by its source as likely wrong";
        }
        if (row.text("notes").contains("without saying output or total")) {
            return "output or total tokens, the source doesn't say";
        }
        if (row.text("notes").contains("STATIC batching") && row.text("scenario").equals("offline-max-throughput")) {
            return "static batching of an engine of 2023 and early 2024";
        }
        if (row.number("nodes") > 1) {
            return "more than one node, fabric not stated";
        }
        if (data.catalog().accelerator(ACCELERATORS.get(row.text("gpu"))).orElseThrow().accelerator().calibration()
                == CalibrationClass.NONE) {
            return "accelerator without a class: " + row.text("gpu");
        }
        if (row.text("gpu").equals("MI300X") && row.text("engine_version").startsWith("mid-2024")) {
            return "software of mid-2024 on MI300X, 2 to 5 times slower than that of 2025 and 2026";
        }
        boolean closed = row.text("scenario").equals("closed-loop");
        if (closed && !row.has("concurrency_or_batch")) {
            return "closed loop without a concurrency";
        }
        return "";
    }

    private Optional<ModelEntry> model(Row row) {
        String name = row.text("model_checkpoint");
        String known = name.isEmpty() ? MODELS_BY_FAMILY.getOrDefault(row.text("model"), "") : MODELS.getOrDefault(name, name);
        return known.isEmpty() ? Optional.empty() : data.catalog().model(known);
    }

    private static JsonObject workload(Row row) {
        JsonObject.Builder workload = new JsonObject.Builder()
                .put("inputTokens", Math.round(row.number("isl")))
                .put("outputTokens", Math.max(1, Math.round(row.number("osl"))))
                .put("concurrency", concurrency(row))
                .put("arrival", "closed-loop");
        acceptedTokens(row).ifPresent(tokens -> workload.put("speculative", new JsonObject.Builder()
                .put("depth", DRAFTS).put("acceptance", acceptance(tokens)).build()));
        return workload.build();
    }

    /** Requests that ran together. */
    private static double concurrency(Row row) {
        double asked = row.has("concurrency_or_batch") ? row.number("concurrency_or_batch")
                : row.has("num_prompts") ? row.number("num_prompts") : 1e6;
        if (row.has("spec_decode")) {
            return Math.min(asked, SGLANG_DRAFTING_REQUESTS);
        }
        boolean smallPool = row.text("gpu").equals("A100") && row.text("engine").equalsIgnoreCase("tensorrt-llm")
                && row.text("scenario").equals("static-batch offline");
        return smallPool
                ? Math.max(1, Math.min(asked, Math.floor(A100_POOL_TOKENS / (row.number("isl") + row.number("osl")))))
                : asked;
    }

    /** Tokens that a step with {@link #DRAFTS} drafts yielded, as the row says it. */
    private static OptionalDouble acceptedTokens(Row row) {
        String text = row.text("spec_decode");
        int at = text.indexOf("accept_len ");
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text.substring(at + 11)));
    }

    /** The acceptance a at which {@code 1 + a + a² + a³} tokens come of a step. */
    private static double acceptance(double tokens) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            if (1 + middle + middle * middle + middle * middle * middle < tokens) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.round(low * 1e4) / 1e4;
    }

    private Sample sample(Row row) {
        ModelEntry model = model(row).orElseThrow();
        Sample.Kind kind = row.has("spec_decode") ? Sample.Kind.SPECULATIVE : KINDS.get(row.text("scenario"));
        String engine = ENGINES.get(row.text("engine").toLowerCase(Locale.ROOT));
        String accelerator = ACCELERATORS.get(row.text("gpu"));
        String weights = weights(row, model);
        boolean closed = kind == Sample.Kind.CLOSED_LOOP || kind == Sample.Kind.SPECULATIVE;
        JsonObject request = request(row, model, engine, accelerator, weights, kind);
        Deployment replica = data.deployments().replica(request);
        boolean mean = closed && row.text("tpot_stat").startsWith("mean");
        return new Sample(
                row.text("id"),
                kind,
                SampleReader.group(model.id(), accelerator, weights, engine),
                weights,
                row.text("engine_version"),
                row.text("date"),
                replica,
                Optional.empty(),
                mean && row.has("tpot_ms") ? OptionalDouble.of(row.number("tpot_ms") / 1e3) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(row.number("output_tok_s_total")),
                closed && row.has("num_prompts") ? OptionalDouble.of(row.number("num_prompts")) : OptionalDouble.empty(),
                request,
                row.text("source"));
    }

    private static String weights(Row row, ModelEntry model) {
        String text = row.text("precision_weights");
        if (model.id().startsWith("gpt-oss") || text.isEmpty()) {
            return "native";
        }
        return text.startsWith("fp16") || text.startsWith("bf16") ? "bf16"
                : text.startsWith("fp8") ? "fp8" : text.startsWith("fp4") || text.startsWith("nvfp4") ? "fp4" : text;
    }

    private static JsonObject request(
            Row row, ModelEntry model, String engine, String accelerator, String weights, Sample.Kind kind) {
        int gpus = (int) row.number("gpus");
        int devices = row.text("gpu").equals("MI250") ? 2 : 1;
        int data = row.has("attn_dp") ? (int) row.number("attn_dp") : 1;
        int pipeline = row.has("pp") ? (int) row.number("pp") : 1;
        int tensor = gpus * devices / pipeline / data;
        int experts = row.has("ep") ? (int) row.number("ep") : 1;
        boolean narrowCache = row.text("precision_kv").startsWith("fp8")
                || !row.has("precision_kv") && engine.equals("tensorrt-llm") && !weights.equals("bf16");
        JsonObject.Builder request = new JsonObject.Builder()
                .put("model", model.id())
                .put("accelerator", accelerator)
                .put("engine", engine)
                .put("layout", new JsonObject.Builder()
                        .put("tensorParallel", tensor)
                        .put("pipelineParallel", pipeline)
                        .put("attentionDataParallel", data)
                        .put("expertParallel", experts)
                        .build())
                .put("precision", new JsonObject.Builder()
                        .put("weights", weights).put("kvCache", narrowCache ? "fp8" : "bf16").build())
                .put("workload", workload(row));
        return request.build();
    }
}
