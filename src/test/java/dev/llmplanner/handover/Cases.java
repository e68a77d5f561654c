package dev.llmplanner.handover;

import dev.llmplanner.build.dist.HandoverBundle;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Launcher;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.handover.HandoverWords;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deployments whose handover is approved word for word. */
public final class Cases {

    public static final HandoverCatalog CATALOG = HandoverCatalog.read(HandoverBundle.read(Path.of("")));

    private static final Map<String, Case> CASES = new LinkedHashMap<>();

    private record Case(String name, int replicas, String request) {}

    static {
        add("deepseek-r1-sglang-8-h200", "DeepSeek-R1 on one H200 server", 1, """
                {"model": "deepseek-r1", "server": "hgx-h200-8gpu-server", "engine": "sglang", "engineVersion": "0.5.6",
                 "precision": {"kvCache": "fp8"},
                 "layout": {"tensorParallel": 2, "attentionDataParallel": 4, "expertParallel": 8},
                 "workload": {"inputTokens": 4096, "outputTokens": 1024, "concurrency": 64,
                              "speculative": {"depth": 1, "acceptance": 0.8}}}""");
        add("deepseek-r1-vllm-2x8-h20", "DeepSeek-R1 on two H20 servers", 2, """
                {"model": "deepseek-r1", "server": "cn-h20-96-8gpu", "nodes": 2, "fabric": "roce-400", "engine": "vllm",
                 "engineVersion": "0.21.0", "layout": {"tensorParallel": 8, "attentionDataParallel": 2, "expertParallel": 16},
                 "workload": {"inputTokens": 2048, "outputTokens": 512, "requestsPerSecond": 2,
                              "prefixCacheHitFraction": 0.3}}""");
        add("deepseek-r1-vllm-ascend-2x8-910b", "DeepSeek-R1 昇腾双机", 1, """
                {"model": "deepseek-r1", "server": "huawei-atlas-800i-a2-64g", "nodes": 2, "fabric": "roce-200",
                 "engine": "vllm", "precision": {"weights": "int8"},
                 "layout": {"tensorParallel": 8, "attentionDataParallel": 2, "expertParallel": 16},
                 "maxModelLen": 32768, "workload": {"inputTokens": 1024, "outputTokens": 1024, "concurrency": 32}}""");
        add("llama-3.3-70b-mindie-8-910b", "Llama 3.3 70B on Atlas 800I A2", 1, """
                {"model": "llama-3.3-70b", "server": "huawei-atlas-800i-a2-64g", "engine": "mindie",
                 "layout": {"tensorParallel": 8}, "maxModelLen": 16384,
                 "workload": {"inputTokens": 1024, "outputTokens": 512, "concurrency": 16}}""");
        add("llama-3.3-70b-vllm-4-h100", "Llama 3.3 70B, two replicas in one server", 2, """
                {"model": "llama-3.3-70b", "server": "hgx-h100-8gpu-server", "engine": "vllm", "engineVersion": "0.21.0",
                 "precision": {"weights": "fp8", "kvCache": "fp8"}, "layout": {"tensorParallel": 4},
                 "workload": {"inputTokens": 2048, "outputTokens": 512, "concurrency": 64}}""");
        add("gpt-oss-120b-vllm-1-h100", "gpt-oss-120b on one GPU", 3, """
                {"model": "gpt-oss-120b", "accelerator": "nvidia-h100-sxm5-80gb", "engine": "vllm", "gpus": 1,
                 "engineVersion": "0.21.0",
                 "workload": {"inputTokens": 1024, "outputTokens": 1024, "concurrency": 32}}""");
        add("llama-3.1-405b-vllm-2x8-h100", "Llama 3.1 405B over two servers", 1, """
                {"model": "llama-3.1-405b", "server": "hgx-h100-8gpu-server", "nodes": 2, "fabric": "ib-ndr",
                 "engine": "vllm", "engineVersion": "0.21.0", "layout": {"tensorParallel": 8, "pipelineParallel": 2},
                 "maxModelLen": 32768, "workload": {"inputTokens": 4096, "outputTokens": 1024, "concurrency": 16}}""");
        add("deepseek-r1-tensorrt-8-b200", "DeepSeek-R1 with TensorRT-LLM", 1, """
                {"model": "deepseek-r1", "server": "nvidia-dgx-b200", "engine": "tensorrt-llm",
                 "precision": {"weights": "fp4", "kvCache": "fp8"},
                 "layout": {"tensorParallel": 1, "attentionDataParallel": 8, "expertParallel": 8},
                 "workload": {"inputTokens": 1024, "outputTokens": 2048, "concurrency": 256,
                              "prefixCacheHitFraction": 0.5}}""");
    }

    private static final Map<String, Case> POOLED = new LinkedHashMap<>();

    static {
        POOLED.put("pools-deepseek-r1-vllm-h200", new Case("DeepSeek-R1 in two pools", 1, """
                {"model": "deepseek-r1", "server": "hgx-h200-8gpu-server", "nodes": 3, "fabric": "ib-ndr", "engine": "vllm",
                 "engineVersion": "0.21.0", "mode": "disaggregated",
                 "prefill": {"workers": 1, "layout": {"tensorParallel": 8, "expertParallel": 8}},
                 "decode": {"workers": 1, "layout": {"attentionDataParallel": 16, "expertParallel": 16}},
                 "workload": {"inputTokens": 4096, "outputTokens": 512, "requestsPerSecond": 4}}"""));
        POOLED.put("pools-llama-3.3-70b-sglang-h100", new Case("Llama 3.3 70B 预填充与解码分离", 2, """
                {"model": "llama-3.3-70b", "server": "hgx-h100-8gpu-server", "engine": "sglang", "engineVersion": "0.5.6",
                 "mode": "disaggregated", "precision": {"weights": "fp8"},
                 "prefill": {"workers": 2, "layout": {"tensorParallel": 2}},
                 "decode": {"workers": 1, "layout": {"tensorParallel": 4}},
                 "workload": {"inputTokens": 2048, "outputTokens": 256, "concurrency": 32}}"""));
        POOLED.put("pools-deepseek-r1-vllm-ascend-910b", new Case("DeepSeek-R1 昇腾预填充与解码分离", 1, """
                {"model": "deepseek-r1", "server": "huawei-atlas-800i-a2-64g", "nodes": 4, "fabric": "roce-200", "engine": "vllm",
                 "mode": "disaggregated", "precision": {"weights": "int8"}, "maxModelLen": 32768,
                 "prefill": {"workers": 1, "layout": {"tensorParallel": 8, "attentionDataParallel": 2, "expertParallel": 16}},
                 "decode": {"workers": 1, "layout": {"tensorParallel": 4, "attentionDataParallel": 4, "expertParallel": 16}},
                 "workload": {"inputTokens": 2048, "outputTokens": 512, "requestsPerSecond": 1}}"""));
        POOLED.put("pools-gpt-oss-120b-tensorrt-b200", new Case("gpt-oss-120b in two pools", 1, """
                {"model": "gpt-oss-120b", "server": "nvidia-dgx-b200", "engine": "tensorrt-llm", "mode": "disaggregated",
                 "prefill": {"workers": 2, "layout": {"tensorParallel": 1}},
                 "decode": {"workers": 3, "layout": {"tensorParallel": 2}},
                 "workload": {"inputTokens": 1024, "outputTokens": 1024, "concurrency": 64}}"""));
    }

    private Cases() {}

    /** Ids of deployments whose prefill and decode have GPUs of their own. */
    public static Iterable<String> pooled() {
        return POOLED.keySet();
    }

    private static Case found(String id) {
        return CASES.containsKey(id) ? CASES.get(id) : POOLED.get(id);
    }

    private static void add(String id, String name, int replicas, String request) {
        CASES.put(id, new Case(name, replicas, request));
    }

    /** Their ids. */
    public static Iterable<String> ids() {
        return CASES.keySet();
    }

    public static JsonObject request(String id) {
        return (JsonObject) JacksonJson.parse(found(id).request());
    }

    public static Order order(String id) {
        return named(id, found(id).name());
    }

    /** The same order under another name. */
    public static Order named(String id, String name) {
        return Orders.of(TestCatalog.planner(), request(id), name, found(id).replicas()).orElseThrow();
    }

    public static Launch launch(String id) {
        return launch(order(id));
    }

    public static Launch launch(Order order) {
        return new Launcher(CATALOG).launch(order);
    }

    public static Wording words(String language) {
        return new HandoverWords(new Scene(Application.open("", language).state(), Application.RESOURCES));
    }
}
