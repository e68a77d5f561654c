package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Trees;
import dev.llmplanner.handover.text.Yaml;
import dev.llmplanner.json.JsonObject;

/**
 * {@code trtllm-serve}, with what has no flag in its file of extra options. Its tp_size counts all GPUs of a stage; attention
 * data parallelism is on for all of them or off.
 */
final class TensorrtLaunch {

    private static final String FILE = "extra-llm-api.yaml";
    private static final double BLOCK = 1024;

    private TensorrtLaunch() {}

    static void fill(Draft draft) {
        if (!draft.order.vendor().equals("nvidia")) {
            draft.problem(Severity.BLOCKING, "nvidia-only");
        }
        draft.program.add("trtllm-serve");
        draft.program.add(draft.model());
        draft.flag("--host", "0.0.0.0", Why.of("listen"));
        draft.flag("--port", draft.port, Why.of("port"));
        layout(draft);
        limits(draft);
        JsonObject extra = extra(draft);
        if (!extra.members().isEmpty()) {
            String file = draft.order.role() == Role.WHOLE ? FILE : draft.order.role().code() + "-" + FILE;
            draft.files.add(Artifact.of(file, Yaml.of(extra)));
            draft.flag("--extra_llm_api_options", Launch.FILES + "/" + file, Why.of("extra-options"));
        }
        if (draft.order.hosts() > 1) {
            draft.mpi = true;
            draft.flag("--gpus_per_node", draft.order.gpusOnEachHost(), Why.of("devices-of-a-host"));
            draft.problem(Severity.WARNING, "mpi");
        }
        draft.weightsFolder();
    }

    private static void layout(Draft draft) {
        int stage = draft.layout.stageGpus();
        draft.flag("--tp_size", stage, Why.of("tensor-parallel", "degree", stage));
        int stages = draft.layout.pipelineParallel();
        if (stages > 1) {
            draft.flag("--pp_size", stages, Why.of("pipeline-parallel", "degree", stages));
        }
        int experts = draft.layout.expertParallel();
        if (experts > 1) {
            draft.flag("--ep_size", experts, Why.of("expert-parallel", "degree", experts));
        }
    }

    private static void limits(Draft draft) {
        double sequences = draft.order.limits().maxRunningSequences();
        draft.flag("--max_batch_size", sequences, Why.of("running-sequences", "sequences", sequences));
        double batched = draft.order.limits().maxBatchedTokens();
        draft.flag("--max_num_tokens", batched, Why.of("batched-tokens", "tokens", batched));
        double longest = draft.order.limits().maxModelLenTokens();
        draft.flag("--max_seq_len", longest, Why.of("longest-sequence", "tokens", longest));
        draft.order.limits().memoryFraction().ifPresent(fraction -> draft.flag("--kv_cache_free_gpu_memory_fraction",
                fraction, Why.of("free-memory-fraction", "fraction", fraction)));
    }

    /** How the KV cache of a prompt gets from prefill to decode; prefill can't schedule ahead yet. */
    private static void transfer(Draft draft, JsonObject.Builder extra) {
        if (draft.order.role() == Role.WHOLE) {
            return;
        }
        double buffer = Math.min(draft.order.limits().maxModelLenTokens(),
                BLOCK * Math.ceil(draft.order.workload().inputTokens() / BLOCK));
        extra.put("cache_transceiver_config",
                Trees.object().put("backend", "DEFAULT").put("max_tokens_in_buffer", buffer).build());
        draft.setting("cache_transceiver_config.backend", "DEFAULT", Why.of("transfer"));
        draft.setting("cache_transceiver_config.max_tokens_in_buffer", Decimal.whole(buffer),
                Why.of("transfer-buffer", "tokens", buffer));
        if (draft.order.role() == Role.PREFILL) {
            extra.put("disable_overlap_scheduler", true);
            draft.setting("disable_overlap_scheduler", "true", Why.of("no-overlap"));
        }
    }

    private static JsonObject extra(Draft draft) {
        JsonObject.Builder extra = Trees.object();
        transfer(draft, extra);
        int ranks = draft.layout.attentionDataParallel();
        if (ranks > 1) {
            extra.put("enable_attention_dp", true);
            draft.setting("enable_attention_dp", "true", Why.of("attention-data-parallel", "degree", ranks));
            if (ranks != draft.layout.stageGpus()) {
                draft.problem(Finding.of(Severity.BLOCKING, "attention-degree")
                        .with("degree", ranks).with("possible", draft.layout.stageGpus()));
            }
        }
        JsonObject.Builder cache = Trees.object();
        if (draft.order.kvFormat() == KvFormat.FP8) {
            cache.put("dtype", "fp8");
            draft.setting("kv_cache_config.dtype", "fp8", Why.of("kv-fp8"));
        } else if (draft.order.kvFormat() == KvFormat.INT8) {
            draft.problem(Severity.BLOCKING, "kv-int8");
        }
        double hits = draft.order.workload().prefixCacheHitFraction();
        if (hits > 0) {
            cache.put("enable_block_reuse", true);
            draft.setting("kv_cache_config.enable_block_reuse", "true", Why.of("prefix-caching", "fraction", hits));
        }
        JsonObject written = cache.build();
        if (!written.members().isEmpty()) {
            extra.put("kv_cache_config", written);
        }
        draft.order.workload().speculation().ifPresent(speculation -> {
            int depth = speculation.depth();
            extra.put("speculative_config", Trees.object()
                    .put("decoding_type", "MTP").put("num_nextn_predict_layers", depth).build());
            Why why = Why.of("speculation", "depth", depth);
            draft.setting("speculative_config.decoding_type", "MTP", why);
            draft.setting("speculative_config.num_nextn_predict_layers", Decimal.whole(depth), why);
        });
        return extra.build();
    }
}
