package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Trees;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MindIE's service, which reads everything from {@code config.json}. What isn't the plan's stands as MindIE ships it, but for
 * encryption inside the cluster.
 */
final class MindieLaunch {

    private static final String FILE = "config.json";
    private static final String BACKEND = "BackendConfig.";
    private static final String DEPLOY = BACKEND + "ModelDeployConfig.";
    private static final String MODEL = DEPLOY + "ModelConfig.";
    private static final String SCHEDULE = BACKEND + "ScheduleConfig.";
    private static final String SERVER = "ServerConfig.";
    private static final int PORT = 1025;
    private static final int MOST_DRAFTS = 2;

    private MindieLaunch() {}

    static void fill(Draft draft) {
        if (!draft.order.vendor().equals("huawei")) {
            draft.problem(Severity.BLOCKING, "ascend-only");
        }
        draft.program.add("mindie_llm_server");
        draft.port = PORT;
        draft.health = "/v2/health/ready";
        findings(draft);
        Config config = new Config(draft);
        server(config);
        backend(config);
        model(config);
        schedule(config);
        draft.files.add(Artifact.of(FILE, JsonLines.of(config.build())));
        draft.environment("MIES_CONFIG_JSON_PATH", Launch.FILES + "/" + FILE, Why.of("config-file"));
        draft.order.limits().memoryFraction().ifPresent(fraction -> draft.environment(
                "NPU_MEMORY_FRACTION", Decimal.of(fraction, 4), Why.of("memory-fraction", "fraction", fraction)));
    }

    private static void findings(Draft draft) {
        if (draft.order.hosts() > 1) {
            draft.problem(Severity.WARNING, "rank-table");
        }
        if (draft.layout.pipelineParallel() > 1) {
            draft.problem(Severity.BLOCKING, "no-stages");
        }
        if (draft.order.kvFormat() == KvFormat.FP8) {
            draft.problem(Severity.BLOCKING, "kv-fp8");
        } else if (draft.order.kvFormat() == KvFormat.INT8) {
            draft.problem(Severity.WARNING, "kv-int8-checkpoint");
        }
        draft.order.workload().speculation().filter(speculation -> speculation.depth() > MOST_DRAFTS)
                .ifPresent(speculation -> draft.problem(Severity.BLOCKING, "two-drafts"));
        if (draft.order.workload().prefixCacheHitFraction() > 0 && draft.layout.attentionDataParallel() > 1) {
            draft.problem(Severity.WARNING, "prefix-with-ranks");
        }
        if (draft.order.workload().inputTokens() > draft.order.limits().maxBatchedTokens()) {
            draft.problem(Severity.WARNING, "prompt-beyond-prefill");
        }
        draft.problem(Severity.WARNING, "tls-off");
    }

    private static void server(Config config) {
        config.shipped("Version", new JsonString("1.0.0"));
        config.shipped(SERVER + "ipAddress", new JsonString("127.0.0.1"));
        config.shipped(SERVER + "managementIpAddress", new JsonString("127.0.0.2"));
        config.put(SERVER + "port", new JsonNumber(PORT), Why.of("port"));
        config.shipped(SERVER + "managementPort", new JsonNumber(1026));
        config.shipped(SERVER + "metricsPort", new JsonNumber(1027));
        config.shipped(SERVER + "allowAllZeroIpListening", new JsonBoolean(false));
        config.shipped(SERVER + "maxLinkNum", new JsonNumber(1000));
        config.put(SERVER + "httpsEnabled", new JsonBoolean(false), Why.of("tls"));
        config.shipped(SERVER + "inferMode", new JsonString("standard"));
        config.shipped(SERVER + "openAiSupport", new JsonString("vllm"));
        config.shipped(SERVER + "tokenTimeout", new JsonNumber(600));
        config.shipped(SERVER + "e2eTimeout", new JsonNumber(600));
    }

    private static void backend(Config config) {
        boolean several = config.draft.order.hosts() > 1;
        List<Integer> devices = new ArrayList<>();
        for (int device = 0; device < config.draft.order.gpusOnEachHost(); device++) {
            devices.add(device);
        }
        config.shipped(BACKEND + "backendName", new JsonString("mindieservice_llm_engine"));
        config.shipped(BACKEND + "modelInstanceNumber", new JsonNumber(1));
        config.put(BACKEND + "npuDeviceIds", Trees.array(Trees.numbers(devices)), Why.of("devices-of-a-host"));
        config.shipped(BACKEND + "tokenizerProcessNumber", new JsonNumber(8));
        config.put(BACKEND + "multiNodesInferEnabled", new JsonBoolean(several),
                Why.of("hosts", "hosts", config.draft.order.hosts()));
        config.shipped(BACKEND + "multiNodesInferPort", new JsonNumber(1120));
        config.put(BACKEND + "interNodeTLSEnabled", new JsonBoolean(false), Why.of("tls"));
    }

    private static void model(Config config) {
        Draft draft = config.draft;
        double longest = draft.order.limits().maxModelLenTokens();
        double batched = draft.order.limits().maxBatchedTokens();
        config.put(DEPLOY + "maxSeqLen", new JsonNumber(longest), Why.of("longest-sequence", "tokens", longest));
        double prompt = Math.max(1, Math.min(longest - 1, batched));
        config.put(DEPLOY + "maxInputTokenLen", new JsonNumber(prompt), Why.of("longest-prompt", "tokens", prompt));
        config.shipped(DEPLOY + "truncation", new JsonBoolean(false));
        config.shipped(MODEL + "modelInstanceType", new JsonString("Standard"));
        config.put(MODEL + "modelName", new JsonString(draft.slug()), Why.of("served-name"));
        config.put(MODEL + "modelWeightPath", new JsonString(Launch.MODELS + "/" + draft.slug()), Why.of("model"));
        config.put(MODEL + "worldSize", new JsonNumber(draft.layout.gpus()),
                Why.of("world-size", "gpus", draft.layout.gpus()));
        config.shipped(MODEL + "cpuMemSize", new JsonNumber(0));
        config.shipped(MODEL + "npuMemSize", new JsonNumber(-1));
        config.shipped(MODEL + "backendType", new JsonString("atb"));
        config.shipped(MODEL + "trustRemoteCode", new JsonBoolean(false));
        int tensor = draft.layout.tensorParallel();
        config.put(MODEL + "tp", new JsonNumber(tensor), Why.of("tensor-parallel", "degree", tensor));
        int ranks = draft.layout.attentionDataParallel();
        if (ranks > 1) {
            config.put(MODEL + "dp", new JsonNumber(ranks), Why.of("attention-data-parallel", "degree", ranks));
        }
        int experts = draft.layout.expertParallel();
        if (experts > 1) {
            config.put(MODEL + "moe_ep", new JsonNumber(experts), Why.of("expert-parallel", "degree", experts));
        }
        plugins(draft).ifPresent(plugins ->
                config.put(MODEL + "plugin_params", new JsonString(JsonLines.compact(plugins)), Why.of("plugins")));
    }

    private static Optional<JsonObject> plugins(Draft draft) {
        boolean prefixes = draft.order.workload().prefixCacheHitFraction() > 0;
        return draft.order.workload().speculation()
                .map(speculation -> Trees.object().put("plugin_type", prefixes ? "mtp,prefix_cache" : "mtp")
                        .put("num_speculative_tokens", speculation.depth()).build())
                .or(() -> prefixes
                        ? Optional.of(Trees.object("plugin_type", "prefix_cache")) : Optional.empty());
    }

    private static void schedule(Config config) {
        double batched = config.draft.order.limits().maxBatchedTokens();
        double sequences = config.draft.order.limits().maxRunningSequences();
        config.shipped(SCHEDULE + "templateType", new JsonString("Standard"));
        config.shipped(SCHEDULE + "templateName", new JsonString("Standard_LLM"));
        config.shipped(SCHEDULE + "cacheBlockSize", new JsonNumber(128));
        config.shipped(SCHEDULE + "maxPrefillBatchSize", new JsonNumber(50));
        config.put(SCHEDULE + "maxPrefillTokens", new JsonNumber(batched), Why.of("batched-tokens", "tokens", batched));
        config.shipped(SCHEDULE + "prefillTimeMsPerReq", new JsonNumber(150));
        config.shipped(SCHEDULE + "prefillPolicyType", new JsonNumber(0));
        config.shipped(SCHEDULE + "decodeTimeMsPerReq", new JsonNumber(50));
        config.shipped(SCHEDULE + "decodePolicyType", new JsonNumber(0));
        config.put(SCHEDULE + "maxBatchSize", new JsonNumber(sequences),
                Why.of("running-sequences", "sequences", sequences));
        double longest = config.draft.order.limits().maxModelLenTokens();
        config.put(SCHEDULE + "maxIterTimes", new JsonNumber(longest - 1), Why.of("longest-answer", "tokens", longest - 1));
        config.shipped(SCHEDULE + "maxPreemptCount", new JsonNumber(0));
        config.shipped(SCHEDULE + "supportSelectBatch", new JsonBoolean(false));
        config.shipped(SCHEDULE + "maxQueueDelayMicroseconds", new JsonNumber(5000));
    }

    /** Settings by their way from the root, which become a tree; {@code ModelConfig} is a list of one. */
    private static final class Config {
        final Draft draft;
        private final Map<String, Json> values = new LinkedHashMap<>();

        Config(Draft draft) {
            this.draft = draft;
        }

        void shipped(String way, Json value) {
            draft.options.option(way);
            values.put(way, value);
        }

        void put(String way, Json value, Why why) {
            shipped(way, value);
            draft.setting(way, value instanceof JsonString text ? text.value() : JsonLines.compact(value), why);
        }

        JsonObject build() {
            return part("");
        }

        private JsonObject part(String prefix) {
            Map<String, Json> members = new LinkedHashMap<>();
            values.forEach((way, value) -> {
                if (way.startsWith(prefix)) {
                    int dot = way.indexOf('.', prefix.length());
                    String name = dot < 0 ? way.substring(prefix.length()) : way.substring(prefix.length(), dot);
                    if (dot < 0) {
                        members.put(name, value);
                    } else if (!members.containsKey(name)) {
                        JsonObject inner = part(way.substring(0, dot + 1));
                        members.put(name, name.equals("ModelConfig") ? new JsonArray(List.of(inner)) : inner);
                    }
                }
            });
            return new JsonObject(members);
        }
    }
}
