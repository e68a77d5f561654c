package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ServingEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The closed lists of the contract. */
public final class Choices {

    /** Weight precisions that a request may name. */
    public static final List<String> WEIGHTS =
            List.of("native", "bf16", "fp8", "fp8-block", "fp4", "mxfp4", "int8", "int4",
                    "gguf-q8_0", "gguf-q6_k", "gguf-q5_k_m", "gguf-q4_k_m");

    /** KV cache formats. */
    public static final List<String> KV_CACHE = codes(KvFormat.values(), KvFormat::code);

    /** Serving engines. */
    public static final List<String> ENGINES = codes(ServingEngine.values(), ServingEngine::code);

    /** Arrivals. */
    public static final List<String> ARRIVALS = codes(Arrival.values(), Arrival::code);

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
        return KvFormat.values()[KV_CACHE.indexOf(code)];
    }

    static ServingEngine engine(String code) {
        return ServingEngine.values()[ENGINES.indexOf(code)];
    }

    static Arrival arrival(String code) {
        return Arrival.values()[ARRIVALS.indexOf(code)];
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        List<String> codes = new ArrayList<>();
        for (T value : values) {
            codes.add(code.apply(value));
        }
        return List.copyOf(codes);
    }
}
