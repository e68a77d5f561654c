package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Pools;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Trees;
import dev.llmplanner.json.JsonObject;

/**
 * What a worker needs beyond its layout where prefill and decode have GPUs of their own: how the KV cache of a prompt gets
 * from one to the other. TensorRT-LLM's part stands in its file of extra options.
 */
final class PoolLaunch {

    /** The port on which SGLang's workers agree on a transfer; also the second word after a prefill worker's address. */
    static final String BOOTSTRAP_PORT = "8998";

    private static final String SIDE_CHANNEL_PORT = "5600";

    /** Mooncake takes ports from here at random on Ascend, this many for each device of a host. */
    private static final int ASCEND_PORTS = 20_000;
    private static final int ASCEND_PORTS_OF_A_DEVICE = 1000;

    /** Between the two kinds of worker: each takes a port for each of its devices. */
    private static final int ASCEND_POOL = 100;

    private PoolLaunch() {}

    static void fill(Draft draft, Pools pools) {
        boolean ascend = draft.order.vendor().equals("huawei");
        switch (draft.order.engine()) {
            case VLLM -> {
                if (ascend) {
                    vllmOnAscend(draft, pools);
                } else {
                    vllm(draft);
                }
            }
            case SGLANG -> sglang(draft, ascend);
            case TENSORRT_LLM -> { }
            case MINDIE -> draft.problem(Severity.BLOCKING, "pools-mindie");
        }
        if (draft.layout.gpus() < draft.order.gpusPerHost()) {
            draft.problem(Severity.NOTE, "workers-share-hosts");
        }
    }

    private static JsonObject.Builder transfer(Draft draft, String connector) {
        return Trees.object().put("kv_connector", connector)
                .put("kv_role", draft.order.role() == Role.PREFILL ? "kv_producer" : "kv_consumer");
    }

    private static void vllm(Draft draft) {
        draft.flag("--kv-transfer-config", JsonLines.compact(transfer(draft, "NixlConnector").build()), Why.of("transfer"));
        draft.environment("VLLM_NIXL_SIDE_CHANNEL_HOST", new Value.Own(), Why.of("transfer-host"));
        draft.environment("VLLM_NIXL_SIDE_CHANNEL_PORT", SIDE_CHANNEL_PORT, Why.of("transfer-port"));
    }

    /** Each worker is told the layout of both kinds; its id is left to vLLM, which makes one that nobody else has. */
    private static void vllmOnAscend(Draft draft, Pools pools) {
        int port = ASCEND_PORTS + ASCEND_PORTS_OF_A_DEVICE * draft.order.gpusPerHost()
                + (draft.order.role() == Role.PREFILL ? 0 : ASCEND_POOL);
        JsonObject layouts = Trees.object().put("prefill", ranks(pools.prefill())).put("decode", ranks(pools.decode())).build();
        String config = JsonLines.compact(transfer(draft, "MooncakeConnectorV1").put("kv_port", Integer.toString(port))
                .put("kv_connector_extra_config", layouts).build());
        draft.flag("--kv-transfer-config", config, Why.of("transfer-ascend", "port", port));
        draft.environment("HCCL_IF_IP", new Value.Own(), Why.of("transfer-host"));
        int prefill = pools.prefill().layout().tensorParallel();
        int decode = pools.decode().layout().tensorParallel();
        if (prefill % decode != 0) {
            draft.problem(Finding.of(Severity.BLOCKING, "transfer-degrees").with("prefill", prefill).with("decode", decode));
        }
        if (draft.layout.pipelineParallel() > 1) {
            draft.problem(Severity.BLOCKING, "transfer-stages");
        }
        draft.problem(Severity.WARNING, "transfer-on-ascend");
    }

    private static JsonObject ranks(Order pool) {
        return Trees.object().put("dp_size", pool.layout().attentionDataParallel())
                .put("tp_size", pool.layout().tensorParallel()).build();
    }

    private static void sglang(Draft draft, boolean ascend) {
        draft.flag("--disaggregation-mode", draft.order.role().code(), Why.of("pool-role"));
        draft.flag("--disaggregation-transfer-backend", ascend ? "ascend" : "nixl", Why.of("transfer"));
        if (draft.order.role() == Role.PREFILL) {
            draft.flag("--disaggregation-bootstrap-port", BOOTSTRAP_PORT, Why.of("transfer-port"));
        }
    }
}
