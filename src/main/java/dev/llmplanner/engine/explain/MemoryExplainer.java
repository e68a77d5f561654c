package dev.llmplanner.engine.explain;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.memory.KvPages;
import dev.llmplanner.engine.memory.LoadedWeights;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.memory.MemoryRules;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.memory.WorkingMemory;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.Map;

/** Explains the memory of the fullest GPU and what the KV pool holds. */
final class MemoryExplainer {

    private static final String BYTES = "bytes";
    private static final String TOKENS = "tokens";
    private static final String COUNT = "count";
    private static final String REQUESTS = "requests";
    private static final double BLOCK_TOKENS = 16;

    private final Sheet sheet;
    private final Deployment deployment;
    private final MemoryRules rules;
    private final MemoryPlan plan;
    private final MemoryPerGpu memory;
    private final String path;

    /**
     * @param path of the memory in a result
     */
    MemoryExplainer(
            Sheet sheet, Deployment deployment, MemoryRules rules, MemoryPlan plan, MemoryPerGpu memory, String path) {
        this.sheet = sheet;
        this.deployment = deployment;
        this.rules = rules;
        this.plan = plan;
        this.memory = memory;
        this.path = path;
    }

    /**
     * @param pooled whether the pool is explained too, so that its figures can be referred to
     */
    void memory(double runningPerRank, boolean pooled) {
        String running = pooled ? "figure/kvCache.runningBatch" : "request/workload";
        weights();
        working();
        reserved();
        KvFootprint footprint = plan.footprint();
        double context = plan.meanContextTokens();
        sheet.figure(at("kvCacheBytes"), "memory.kv-cache", memory.kvCacheBytes(), BYTES)
                .with("runningPerRank", runningPerRank, REQUESTS, running)
                .with("kvBytesPerSequence", footprint.kvCacheBytes(context), BYTES,
                        pooled ? "figure/kvCache.bytesPerToken" : "model/architecture/attention")
                .done();
        sheet.figure(at("stateBytes"), "memory.state", memory.stateBytes(), BYTES)
                .with("runningPerRank", runningPerRank, REQUESTS, running)
                .with("stateBytesPerSequence", footprint.stateBytes(), BYTES, "model/architecture/attention")
                .done();
        sheet.figure(at("usableBytes"), "memory.usable", memory.usableBytes(), BYTES)
                .with("capacity", memory.capacityBytes(), BYTES, "accelerator/memory")
                .figure("reserved", memory.reservedBytes(), BYTES, at("reservedBytes"))
                .done();
        sheet.figure(at("freeBytes"), "memory.free", memory.freeBytes(), BYTES)
                .figure("usable", memory.usableBytes(), BYTES, at("usableBytes"))
                .figure("weights", memory.weightsBytes(), BYTES, at("weightsBytes"))
                .figure("kvCache", memory.kvCacheBytes(), BYTES, at("kvCacheBytes"))
                .figure("state", memory.stateBytes(), BYTES, at("stateBytes"))
                .figure("activations", memory.activationsBytes(), BYTES, at("activationsBytes"))
                .figure("runtime", memory.runtimeBytes(), BYTES, at("runtimeBytes"))
                .done();
    }

    private String at(String member) {
        return path + "." + member;
    }

    private void weights() {
        Sheet.Entry entry = sheet.figure(at("weightsBytes"), "memory.weights", memory.weightsBytes(), BYTES);
        double named = 0;
        for (Map.Entry<TensorGroup, Double> group : WeightMemory.bytesByGroup(
                deployment.architecture(), deployment.weights(), deployment.layout()).entrySet()) {
            if (group.getValue() > 0) {
                entry.with("weights." + name(group.getKey()), group.getValue(), BYTES, "model/architecture");
                named += group.getValue();
            }
        }
        LoadedWeights loaded = LoadedWeights.of(deployment);
        entry.with("weights.rotations", loaded.rotationBytes(), BYTES, "model/maxContextTokens")
                .with("weights.absorbed", loaded.absorbedBytes(), BYTES, "model/architecture/attention")
                .with("weights.padding", loaded.paddingBytes(), BYTES, "model/architecture/feedForward")
                .with("weights.allocator", loaded.allocatorBytes(), BYTES, "model/architecture");
        double rest = memory.weightsBytes() - named - loaded.bytes();
        if (Math.abs(rest) > 1) {
            // A pipeline's fullest stage, or draft layers that speculation loads.
            entry.with("weights.stageAndDraft", rest, BYTES, "model/architecture");
        }
        entry.done();
    }

    private static String name(TensorGroup group) {
        return switch (group) {
            case EMBEDDING -> "embedding";
            case HEAD -> "head";
            case ATTENTION_INPUT -> "attentionInput";
            case ATTENTION_OUTPUT -> "attentionOutput";
            case MIXER -> "mixer";
            case DENSE -> "dense";
            case EXPERTS -> "experts";
            case SHARED -> "shared";
            case ROUTER -> "router";
            case NORMS -> "norms";
            case DRAFT -> "draft";
            case EXTRAS -> "extras";
        };
    }

    private void working() {
        WorkingMemory working = WorkingMemory.of(deployment, rules);
        boolean squeezed = deployment.engine() == ServingEngine.SGLANG;
        double left = MemoryPlan.leftBytes(deployment, memory.capacityBytes(), working);
        Sheet.Entry activations = sheet.figure(at("activationsBytes"),
                squeezed ? "memory.activations.sglang" : "memory.activations", memory.activationsBytes(), BYTES);
        if (squeezed) {
            activations.with("left", left, BYTES, "model/memory-plan")
                    .figure("runtime", memory.runtimeBytes(), BYTES, at("runtimeBytes"));
        }
        activations
                .with("fixed", working.fixedBytes(), BYTES, "constant/memory.activation.fixed")
                .with("vision", working.visionBytes(), BYTES, "constant/memory.activation.vision")
                .with("experts", working.expertBytes(), BYTES, "model/architecture/feedForward")
                .with("dense", working.denseBytes(), BYTES, "model/architecture/feedForward")
                .with("hidden", working.hiddenBytes(), BYTES, "model/architecture/hiddenSize")
                .with("perSequenceAndWord", WorkingMemory.samplerBytesPerSequenceAndWord(deployment, rules), BYTES,
                        WorkingMemory.sorts(deployment)
                                ? "constant/memory.activation.sorted" : "constant/memory.activation")
                .with("sequences", deployment.limits().maxRunningSequences(), COUNT, "constant/limits.sequences")
                .with("vocabulary", deployment.architecture().vocabularySize(), COUNT,
                        "model/architecture/vocabularySize")
                .done();
        Sheet.Entry runtime = sheet.figure(at("runtimeBytes"),
                squeezed ? "memory.runtime.sglang" : "memory.runtime", memory.runtimeBytes(), BYTES);
        if (squeezed) {
            runtime.with("left", left, BYTES, "model/memory-plan");
        }
        runtime
                .with("nonTorch", working.nonTorchBytes(), BYTES,
                        deployment.layout().stageGpus() > 1
                                ? "constant/memory.non-torch.parallel" : "constant/memory.non-torch.single")
                .with("graphs", working.graphBytes(), BYTES, "constant/memory.graphs.layer")
                .done();
    }

    private void reserved() {
        ServingEngine engine = deployment.engine();
        WorkingMemory working = WorkingMemory.of(deployment, rules);
        boolean graphsOutside = engine == ServingEngine.VLLM
                && deployment.engineVersion().map(version -> !version.isAtLeast(0, 21)).orElse(false);
        String formula = switch (engine) {
            case VLLM -> graphsOutside ? "memory.reserved.vllm-before-0.21" : "memory.reserved";
            case MINDIE -> "memory.reserved";
            case SGLANG -> "memory.reserved.sglang";
            case TENSORRT_LLM -> "memory.reserved.tensorrt-llm";
        };
        sheet.figure(at("reservedBytes"), formula, memory.reservedBytes(), BYTES)
                .with("capacity", memory.capacityBytes(), BYTES, "accelerator/memory")
                .with("fraction", MemoryPlan.fraction(deployment, memory.capacityBytes()), "fraction",
                        "request/gpuMemoryUtilization")
                .with("initial", working.initialBytes(), BYTES,
                        deployment.layout().gpus() == 1 ? "constant/memory.initial.single"
                                : engine == ServingEngine.SGLANG
                                        ? "constant/memory.initial.sglang" : "constant/memory.initial.parallel")
                .with("graphs", working.graphBytes(), BYTES, "constant/memory.graphs.layer")
                .figure("weights", memory.weightsBytes(), BYTES, at("weightsBytes"))
                .figure("activations", memory.activationsBytes(), BYTES, at("activationsBytes"))
                .figure("runtime", memory.runtimeBytes(), BYTES, at("runtimeBytes"))
                .done();
    }

    /**
     * @param workers decode workers whose pools are summed; 1 for one replica
     */
    void pool(KvCacheFigures figures, double concurrency, int workers) {
        KvFootprint footprint = plan.footprint();
        Workload workload = deployment.workload();
        double ranks = (double) workers * deployment.layout().attentionDataParallel();
        double pool = Math.max(0, plan.poolBytes());
        double full = workload.inputTokens() + workload.outputTokens();
        perSequence(figures, footprint);
        sheet.figure("kvCache.maxConcurrency", "kv.max-concurrency", figures.maxConcurrency(), REQUESTS)
                .with("ranks", ranks, COUNT, "request/layout/attentionDataParallel")
                .with("pool", pool, BYTES, "figure/" + at("usableBytes"))
                .with("sequenceBytes", footprint.sequenceBytes(full), BYTES, "figure/kvCache.bytesPerToken")
                .done();
        tokenCapacity(figures, ranks, pool);
        double waiting = Math.max(1, Math.ceil(concurrency / ranks));
        double context = figures.maxContextTokens();
        sheet.figure("kvCache.maxContextTokens", "kv.max-context", context, TOKENS)
                .with("longest", deployment.limits().maxModelLenTokens(), TOKENS, "request/maxModelLen")
                .with("pool", pool, BYTES, "figure/" + at("usableBytes"))
                .with("sequencesPerRank", waiting, REQUESTS, "request/workload")
                .with("bytesPerSequence", footprint.bytesPerSequence(context), BYTES, "figure/kvCache.bytesPerSequence")
                .figure("bytesPerToken", footprint.bytesPerToken(), BYTES, "kvCache.bytesPerToken")
                .done();
        sheet.figure("kvCache.runningBatch", "kv.running-batch", figures.runningBatch(), REQUESTS)
                .with("inDecode", concurrency, REQUESTS, "request/workload")
                .with("ranks", ranks, COUNT, "request/layout/attentionDataParallel")
                .with("pool", pool, BYTES, "figure/" + at("usableBytes"))
                .with("meanSequenceBytes", footprint.sequenceBytes(plan.meanContextTokens()), BYTES,
                        "figure/kvCache.bytesPerToken")
                .with("sequences", deployment.limits().maxRunningSequences(), COUNT, "constant/limits.sequences")
                .done();
    }

    private void tokenCapacity(KvCacheFigures figures, double ranks, double pool) {
        KvFootprint footprint = plan.footprint();
        boolean plain = footprint.windows().isEmpty() && footprint.stateBytes() == 0;
        boolean even = plan.pages().isPresent() && KvPages.sharesEvenly(deployment.engineVersion());
        String formula = even ? "kv.token-capacity.even" : plan.pages().isPresent() ? "kv.token-capacity.pages"
                : plain ? "kv.token-capacity" : "kv.token-capacity.hybrid";
        Sheet.Entry capacity = sheet.figure("kvCache.tokenCapacity", formula, figures.tokenCapacity(), TOKENS)
                .with("ranks", ranks, COUNT, "request/layout/attentionDataParallel")
                .with("pool", pool, BYTES, "figure/" + at("usableBytes"));
        double longest = deployment.limits().maxModelLenTokens();
        if (plan.pages().isPresent()) {
            KvPages pages = plan.pages().get();
            capacity.with("blockBytes", pages.blockBytes(), BYTES, "model/architecture/attention")
                    .with("groups", pages.groups(), COUNT, "model/architecture/attention")
                    .with("block", pages.blockTokens(), TOKENS, "model/memory-plan")
                    .with("blocksPerSequence", pages.blocksPerSequence(), COUNT, "model/memory-plan")
                    .with("longest", longest, TOKENS, "request/maxModelLen")
                    .done();
        } else if (plain) {
            capacity.figure("bytesPerToken", footprint.bytesPerToken(), BYTES, "kvCache.bytesPerToken")
                    .with("block", BLOCK_TOKENS, TOKENS, "model/memory-plan")
                    .done();
        } else {
            capacity.with("longestSequenceBytes", plan.longestSequenceBytes(), BYTES, "figure/kvCache.bytesPerSequence")
                    .with("longest", longest, TOKENS, "request/maxModelLen")
                    .done();
        }
    }

    private void perSequence(KvCacheFigures figures, KvFootprint footprint) {
        Sheet.Entry perToken = sheet.figure("kvCache.bytesPerToken", "kv.bytes-per-token", figures.bytesPerToken(), BYTES);
        int group = 0;
        for (double bytes : KvFootprint.bytesPerTokenByGroup(
                deployment.architecture(), deployment.kvFormat(), deployment.layout(),
                deployment.workload().speculation().isPresent())) {
            perToken.with("layers." + group++, bytes, BYTES, "model/architecture/attention");
        }
        perToken.done();
        double longest = deployment.workload().maxSequenceTokens();
        Sheet.Entry perSequence = sheet.figure(
                "kvCache.bytesPerSequence", "kv.bytes-per-sequence", figures.bytesPerSequence(), BYTES);
        int windows = 0;
        for (KvFootprint.Window window : footprint.windows()) {
            perSequence.with("window." + windows++,
                    window.bytesPerToken() * Math.min(longest, window.tokens()), BYTES, "model/architecture/attention");
        }
        perSequence.with("state", footprint.stateBytes(), BYTES, "model/architecture/attention").done();
    }
}
