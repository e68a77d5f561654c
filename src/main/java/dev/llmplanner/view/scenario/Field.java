package dev.llmplanner.view.scenario;

import java.util.List;
import java.util.Optional;

/** One input of the Calculator. */
public enum Field {
    MODEL("model", "model", "deepseek-r1", Kind.ID),
    WEIGHTS("weights", "precision.weights", "native", Kind.CHOICE),
    /** Blank: what the engine does by itself. */
    KV_CACHE("kv", "precision.kvCache", "", Kind.CHOICE),
    /** Whether the hardware is named by accelerator or by server. */
    HARDWARE("by", "", "accelerator", Kind.CHOICE),
    ACCELERATOR("hw", "accelerator", "nvidia-h200-sxm-141gb", Kind.ID),
    SERVER("server", "server", "nvidia-dgx-h200", Kind.ID),
    NODES("nodes", "nodes", "1", Kind.COUNT),
    /** Blank: none between nodes. */
    FABRIC("fabric", "fabric", "", Kind.ID),
    GPUS("gpus", "gpus", "8", Kind.COUNT),
    LAYOUT("layout", "", "auto", Kind.CHOICE),
    TENSOR_PARALLEL("tp", "layout.tensorParallel", "8", Kind.COUNT),
    PIPELINE_PARALLEL("pp", "layout.pipelineParallel", "1", Kind.COUNT),
    EXPERT_PARALLEL("ep", "layout.expertParallel", "1", Kind.COUNT),
    ATTENTION_DATA_PARALLEL("dp", "layout.attentionDataParallel", "1", Kind.COUNT),
    ENGINE("engine", "engine", "sglang", Kind.CHOICE),
    INPUT_TOKENS("in", "workload.inputTokens", "1024", Kind.COUNT),
    OUTPUT_TOKENS("out", "workload.outputTokens", "1024", Kind.COUNT),
    /** Whether the load is given as concurrency or as a rate. */
    LOAD("load", "", "concurrency", Kind.CHOICE),
    CONCURRENCY("users", "workload.concurrency", "64", Kind.COUNT),
    REQUESTS_PER_SECOND("rate", "workload.requestsPerSecond", "1", Kind.NUMBER),
    ARRIVAL("arrival", "workload.arrival", "poisson", Kind.CHOICE),
    PREFIX_HITS("prefix", "workload.prefixCacheHitFraction", "", Kind.NUMBER),
    /** Blank, as the one after it: no speculative decoding. */
    SPECULATION_DEPTH("spec", "workload.speculative.depth", "", Kind.COUNT),
    SPECULATION_ACCEPTANCE("accept", "workload.speculative.acceptance", "", Kind.NUMBER),
    MEMORY_FRACTION("mem", "gpuMemoryUtilization", "", Kind.NUMBER),
    MAX_MODEL_LENGTH("len", "maxModelLen", "", Kind.COUNT),
    MAX_BATCHED_TOKENS("batch", "maxBatchedTokens", "", Kind.COUNT);

    /** All fields, in the order of the page. */
    public static final List<Field> ALL = List.of(values());

    private final String key;
    private final String path;
    private final String initial;
    private final Kind kind;

    Field(String key, String path, String initial, Kind kind) {
        this.key = key;
        this.path = path;
        this.initial = initial;
        this.kind = kind;
    }

    /** What a field holds. */
    public enum Kind {
        /** A name that the catalog knows. */
        ID,
        /** One of a few words. */
        CHOICE,
        /** A whole number. */
        COUNT,
        /** Any number. */
        NUMBER;

        boolean isNumber() {
            return this == COUNT || this == NUMBER;
        }
    }

    /** The name in links, messages and element ids. */
    public String key() {
        return key;
    }

    /** Where the field stands in the contract's request, as {@code workload.inputTokens}; blank if it doesn't. */
    public String path() {
        return path;
    }

    /** What it holds on a first visit. */
    public String initial() {
        return initial;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it needs a text. A blank number of GPUs means the fewest that fit. */
    public boolean isRequired() {
        return !initial.isEmpty() && this != GPUS;
    }

    /** The field of that link name. */
    public static Optional<Field> ofKey(String key) {
        for (Field field : ALL) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The field that stands at that path of the request. */
    public static Optional<Field> ofPath(String path) {
        for (Field field : ALL) {
            if (!field.path.isEmpty() && field.path.equals(path)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
