package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.Workload.Speculation;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Order.Role;

/**
 * {@code sglang.launch_server}. Its tp-size counts all GPUs of a stage, attention DP × TP, of which dp-size are attention's
 * ranks; its limits are those of all ranks together.
 */
final class SglangLaunch {

    private static final int PORT = 30_000;
    private static final String DIST_PORT = ":20000";

    private SglangLaunch() {}

    static void fill(Draft draft) {
        draft.program.add("python3");
        draft.program.add("-m");
        draft.program.add("sglang.launch_server");
        draft.port = draft.order.role() == Role.WHOLE ? PORT : draft.port;
        draft.flag("--model-path", draft.model(), Why.of("model"));
        draft.flag("--served-model-name", draft.slug(), Why.of("served-name"));
        draft.flag("--host", "0.0.0.0", Why.of("listen"));
        draft.flag("--port", draft.port, Why.of("port"));
        if (draft.order.vendor().equals("huawei")) {
            draft.flag("--device", "npu", Why.of("ascend-device"));
            draft.flag("--attention-backend", "ascend", Why.of("ascend-device"));
        }
        layout(draft);
        precision(draft);
        limits(draft);
        draft.order.workload().speculation().ifPresent(speculation -> speculation(draft, speculation));
        if (draft.order.hosts() > 1) {
            int hosts = draft.order.hosts();
            draft.flag("--nnodes", hosts, Why.of("hosts", "hosts", hosts));
            draft.flag("--node-rank", new Value.Rank(1), Why.of("host-rank"));
            draft.flag("--dist-init-addr", new Value.Leader(DIST_PORT), Why.of("leader"));
        }
        draft.weightsFolder();
    }

    private static void layout(Draft draft) {
        int ranks = draft.layout.attentionDataParallel();
        int stage = draft.layout.stageGpus();
        draft.flag("--tp-size", stage, ranks > 1
                ? Why.of("sglang-stage", "gpus", stage).and("ranks", ranks).and("degree", draft.layout.tensorParallel())
                : Why.of("tensor-parallel", "degree", stage));
        int stages = draft.layout.pipelineParallel();
        if (stages > 1) {
            draft.flag("--pp-size", stages, Why.of("pipeline-parallel", "degree", stages));
        }
        if (ranks > 1) {
            draft.flag("--dp-size", ranks, Why.of("attention-data-parallel", "degree", ranks));
            draft.alone("--enable-dp-attention", Why.of("sglang-dp-attention"));
        }
        int experts = draft.layout.expertParallel();
        if (experts > 1) {
            draft.flag("--ep-size", experts, Why.of("expert-parallel", "degree", experts));
        }
    }

    private static void precision(Draft draft) {
        if (draft.quantisedOnLoad()) {
            draft.flag("--quantization", "fp8", Why.of("quantised-on-load"));
        }
        KvFormat format = draft.order.kvFormat();
        if (format == KvFormat.FP8) {
            draft.flag("--kv-cache-dtype", "fp8_e4m3", Why.of("kv-fp8"));
        } else if (format == KvFormat.INT8) {
            draft.problem(Severity.BLOCKING, "kv-int8");
        } else if (draft.order.recipe().linear() == WeightFormat.NVFP4) {
            draft.flag("--kv-cache-dtype", "bf16", Why.of("kv-bf16"));
        }
    }

    private static void limits(Draft draft) {
        int ranks = draft.layout.attentionDataParallel();
        double longest = draft.order.limits().maxModelLenTokens();
        draft.flag("--context-length", longest, Why.of("longest-sequence", "tokens", longest));
        draft.order.limits().memoryFraction().ifPresentOrElse(fraction ->
                draft.flag("--mem-fraction-static", fraction, Why.of("memory-fraction", "fraction", fraction)),
                () -> draft.problem(Severity.NOTE, "memory-fraction-left"));
        double sequences = draft.order.limits().maxRunningSequences();
        draft.flag("--max-running-requests", sequences * ranks, Why.of("running-sequences", "sequences", sequences));
        double batched = draft.order.limits().maxBatchedTokens();
        draft.flag("--chunked-prefill-size", batched * ranks, Why.of("batched-tokens", "tokens", batched));
    }

    private static void speculation(Draft draft, Speculation speculation) {
        if (draft.layout.pipelineParallel() > 1) {
            draft.problem(Severity.BLOCKING, "speculation-with-stages");
            return;
        }
        int depth = speculation.depth();
        Why why = Why.of("speculation", "depth", depth);
        draft.flag("--speculative-algorithm", "EAGLE", why);
        draft.flag("--speculative-num-steps", depth, why);
        draft.flag("--speculative-eagle-topk", 1, why);
        draft.flag("--speculative-num-draft-tokens", depth + 1, why);
    }
}
