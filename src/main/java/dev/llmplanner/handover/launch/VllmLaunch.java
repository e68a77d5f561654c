package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.Workload.Speculation;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Trees;

/**
 * {@code vllm serve}. Data-parallel ranks times tensor parallelism make a stage; expert parallelism spreads experts over all
 * of a stage or not at all. On Ascend, several hosts are started with the data-parallel flags that vLLM Ascend documents.
 */
final class VllmLaunch {

    private static final String MASTER_PORT = "29500";
    private static final String RPC_PORT = "13345";

    private VllmLaunch() {}

    static void fill(Draft draft) {
        draft.program.add("vllm");
        draft.program.add("serve");
        draft.program.add(draft.model());
        draft.flag("--served-model-name", draft.slug(), Why.of("served-name"));
        draft.flag("--host", "0.0.0.0", Why.of("listen"));
        draft.flag("--port", draft.port, Why.of("port"));
        layout(draft);
        precision(draft);
        limits(draft);
        draft.order.workload().speculation().ifPresent(speculation -> speculation(draft, speculation));
        if (draft.order.hosts() > 1) {
            hosts(draft);
        }
        draft.weightsFolder();
    }

    private static void layout(Draft draft) {
        int tensor = draft.layout.tensorParallel();
        draft.flag("--tensor-parallel-size", tensor, Why.of("tensor-parallel", "degree", tensor));
        int stages = draft.layout.pipelineParallel();
        if (stages > 1) {
            draft.flag("--pipeline-parallel-size", stages, Why.of("pipeline-parallel", "degree", stages));
        }
        int ranks = draft.layout.attentionDataParallel();
        if (ranks > 1) {
            draft.flag("--data-parallel-size", ranks, Why.of("attention-data-parallel", "degree", ranks));
        }
        int experts = draft.layout.expertParallel();
        if (experts > 1) {
            draft.alone("--enable-expert-parallel",
                    Why.of("expert-parallel", "degree", draft.layout.stageGpus()));
            if (experts != draft.layout.stageGpus()) {
                draft.problem(Finding.of(Severity.BLOCKING, "expert-degree")
                        .with("degree", experts).with("possible", draft.layout.stageGpus()));
            }
        }
    }

    private static void precision(Draft draft) {
        if (draft.quantisedOnLoad()) {
            draft.flag("--quantization", "fp8", Why.of("quantised-on-load"));
        }
        KvFormat format = draft.order.kvFormat();
        if (format == KvFormat.FP8) {
            draft.flag("--kv-cache-dtype", "fp8", Why.of("kv-fp8"));
        } else if (format == KvFormat.INT8) {
            draft.problem(Severity.BLOCKING, "kv-int8");
        } else if (draft.order.recipe().linear() == WeightFormat.NVFP4) {
            draft.flag("--kv-cache-dtype", "bfloat16", Why.of("kv-bf16"));
        }
    }

    private static void limits(Draft draft) {
        double longest = draft.order.limits().maxModelLenTokens();
        draft.flag("--max-model-len", longest, Why.of("longest-sequence", "tokens", longest));
        draft.order.limits().memoryFraction().ifPresent(fraction ->
                draft.flag("--gpu-memory-utilization", fraction, Why.of("memory-fraction", "fraction", fraction)));
        double sequences = draft.order.limits().maxRunningSequences();
        draft.flag("--max-num-seqs", sequences, Why.of("running-sequences", "sequences", sequences));
        double batched = draft.order.limits().maxBatchedTokens();
        draft.flag("--max-num-batched-tokens", batched, Why.of("batched-tokens", "tokens", batched));
        double hits = draft.order.workload().prefixCacheHitFraction();
        if (hits > 0) {
            draft.alone("--enable-prefix-caching", Why.of("prefix-caching", "fraction", hits));
        }
    }

    private static void speculation(Draft draft, Speculation speculation) {
        String config = JsonLines.compact(Trees.object().put("method", "mtp")
                .put("num_speculative_tokens", speculation.depth()).build());
        draft.flag("--speculative-config", config, Why.of("speculation", "depth", speculation.depth()));
    }

    private static void hosts(Draft draft) {
        if (!draft.order.vendor().equals("huawei")) {
            int hosts = draft.order.hosts();
            draft.flag("--nnodes", hosts, Why.of("hosts", "hosts", hosts));
            draft.flag("--node-rank", new Value.Rank(1), Why.of("host-rank"));
            draft.flag("--master-addr", new Value.Leader(""), Why.of("leader"));
            draft.flag("--master-port", MASTER_PORT, Why.of("leader-port"));
            draft.worker("--headless", Why.of("headless"));
            return;
        }
        int ranks = draft.layout.attentionDataParallel();
        if (ranks % draft.order.hosts() != 0 || draft.layout.pipelineParallel() > 1) {
            draft.problem(Severity.BLOCKING, "ascend-spans-hosts");
            return;
        }
        int local = ranks / draft.order.hosts();
        draft.flag("--data-parallel-size-local", local, Why.of("local-ranks", "ranks", local));
        draft.flag("--data-parallel-address", new Value.Leader(""), Why.of("leader"));
        draft.flag("--data-parallel-rpc-port", RPC_PORT, Why.of("leader-port"));
        draft.worker("--data-parallel-start-rank", new Value.Rank(local), Why.of("first-rank"));
        draft.worker("--headless", Why.of("headless"));
    }
}
