package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Trees;

/**
 * What a worker needs beyond its layout where prefill and decode have GPUs of their own: how the KV cache of a prompt gets
 * from one to the other. TensorRT-LLM's part stands in its file of extra options.
 */
final class PoolLaunch {

    /** The port on which SGLang's workers agree on a transfer; also the second word after a prefill worker's address. */
    static final String BOOTSTRAP_PORT = "8998";

    private static final String SIDE_CHANNEL_PORT = "5600";
    private static final String NOT_SOURCED = "pools-not-sourced";

    private PoolLaunch() {}

    static void fill(Draft draft) {
        boolean ascend = draft.order.vendor().equals("huawei");
        switch (draft.order.engine()) {
            case VLLM -> {
                if (ascend) {
                    draft.problem(Severity.BLOCKING, NOT_SOURCED);
                }
                vllm(draft);
            }
            case SGLANG -> sglang(draft, ascend);
            case TENSORRT_LLM -> { }
            case MINDIE -> draft.problem(Severity.BLOCKING, NOT_SOURCED);
        }
        if (draft.layout.gpus() < draft.order.gpusPerHost()) {
            draft.problem(Severity.NOTE, "workers-share-hosts");
        }
    }

    private static void vllm(Draft draft) {
        boolean prefill = draft.order.role() == Role.PREFILL;
        String config = JsonLines.compact(Trees.object().put("kv_connector", "NixlConnector")
                .put("kv_role", prefill ? "kv_producer" : "kv_consumer").build());
        draft.flag("--kv-transfer-config", config, Why.of("transfer"));
        draft.environment("VLLM_NIXL_SIDE_CHANNEL_HOST", new Value.Own(), Why.of("transfer-host"));
        draft.environment("VLLM_NIXL_SIDE_CHANNEL_PORT", SIDE_CHANNEL_PORT, Why.of("transfer-port"));
    }

    private static void sglang(Draft draft, boolean ascend) {
        draft.flag("--disaggregation-mode", draft.order.role().code(), Why.of("pool-role"));
        draft.flag("--disaggregation-transfer-backend", ascend ? "ascend" : "nixl", Why.of("transfer"));
        if (draft.order.role() == Role.PREFILL) {
            draft.flag("--disaggregation-bootstrap-port", BOOTSTRAP_PORT, Why.of("transfer-port"));
        }
    }
}
