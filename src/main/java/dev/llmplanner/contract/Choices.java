package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ServingEngine;
import java.util.Arrays;
import java.util.List;

/** The closed lists of the contract. */
public final class Choices {

    /** Weight precisions that a request may name. */
    public static final List<String> WEIGHTS =
            List.of("native", "bf16", "fp8", "fp8-block", "fp4", "mxfp4", "int8", "int4",
                    "gguf-q8_0", "gguf-q6_k", "gguf-q5_k_m", "gguf-q4_k_m");

    /** KV cache formats. */
    public static final List<String> KV_CACHE = Arrays.stream(KvFormat.values()).map(KvFormat::code).toList();

    /** Serving engines. */
    public static final List<String> ENGINES =
            Arrays.stream(ServingEngine.values()).map(ServingEngine::code).toList();

    /** Arrivals. */
    public static final List<String> ARRIVALS = Arrays.stream(Arrival.values()).map(Arrival::code).toList();

    /** Modes. */
    public static final List<String> MODES = List.of("aggregated", "disaggregated");

    static final List<String> REQUEST = List.of(
            "model", "accelerator", "server", "nodes", "fabric", "engine", "engineVersion", "precision", "gpus",
            "layout", "mode", "prefill", "decode", "workload", "gpuMemoryUtilization", "maxModelLen",
            "maxBatchedTokens");

    static final List<String> OWN_MODEL = List.of("config", "index", "name", "record");

    static final List<String> PRECISION = List.of("weights", "kvCache");

    static final List<String> LAYOUT =
            List.of("tensorParallel", "pipelineParallel", "expertParallel", "attentionDataParallel");

    static final List<String> POOL = List.of("workers", "gpus", "layout");

    static final List<String> WORKLOAD = List.of(
            "inputTokens", "outputTokens", "lengthFactor", "concurrency", "requestsPerSecond", "arrival",
            "prefixCacheHitFraction", "speculative");

    private Choices() {}

    static KvFormat kvFormat(String code) {
        return Arrays.stream(KvFormat.values()).filter(format -> format.code().equals(code)).findFirst().orElseThrow();
    }

    static ServingEngine engine(String code) {
        return Arrays.stream(ServingEngine.values())
                .filter(engine -> engine.code().equals(code)).findFirst().orElseThrow();
    }

    static Arrival arrival(String code) {
        return Arrays.stream(Arrival.values())
                .filter(arrival -> arrival.code().equals(code)).findFirst().orElseThrow();
    }
}
