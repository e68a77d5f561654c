package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the fields that nobody read. Those that never change the architecture are passed over; so are values that turn a
 * part off. In a family whose code is known, a further field is passed over unless its name speaks of a part of the
 * architecture; without a family, any further field is refused.
 */
final class Leftovers {

    /** Training, generation, positions, token ids, bookkeeping: no weight and no cache depends on them. */
    private static final Set<String> HARMLESS = Set.of(
            "_name_or_path", "architectures", "model_type", "auto_map", "transformers_version", "torch_dtype", "dtype",
            "use_cache", "initializer_range", "init_std", "hidden_act", "mlp_hidden_act", "mamba_hidden_act",
            "activation_function", "rms_norm_eps", "layer_norm_eps", "layer_norm_epsilon", "layernorm_epsilon", "norm_eps",
            "hc_eps", "rope_theta", "rope_scaling", "rope_parameters", "rope_type", "rope_head_dim", "swa_rope_theta", "compress_rope_theta",
            "rotary_dim", "rotary_emb_base", "partial_rotary_factor", "partial_rotary_factors", "rotary_percent",
            "use_rotary_pos_emb", "original_max_position_embeddings", "initial_context_length", "scaling_factor",
            "max_position_embeddings", "max_position_embedding", "max_seq_len", "max_sequence_length", "seq_length",
            "training_seqlen", "base_seqlen", "model_max_length", "n_positions", "n_ctx", "attention_dropout", "hidden_dropout", "embedding_dropout",
            "output_dropout", "resid_pdrop", "embd_pdrop", "emb_pdrop", "attn_pdrop", "classifier_dropout", "pretraining_tp",
            "output_router_logits", "router_aux_loss_coef", "router_z_loss_coef", "aux_loss_alpha", "seq_aux", "router_jitter_noise",
            "norm_topk_prob", "route_norm", "norm_after_topk", "scoring_func", "score_func", "score_function",
            "router_score_func", "moe_router_use_sigmoid", "gate_activation", "topk_method", "n_group", "topk_group",
            "num_expert_group", "n_expert_groups", "n_limited_groups", "group_limited_greedy", "routed_scaling_factor", "route_scale",
            "router_scaling_factor", "moe_router_scaling_factor", "moe_routed_scaling_factor", "moe_router_topk_scaling_factor",
            "moe_router_logit_softcapping", "router_logit_softcapping", "final_logit_softcapping", "attn_logit_softcapping",
            "moe_apply_router_weight_on_input", "moe_drop_tokens", "moe_random_routing_dropped_token", "use_global_scale",
            "shared_moe_mode", "moe_shared_expert_overlap", "ep_size", "scale_fmt", "sparse_disable_index_value",
            "swiglu_limit", "swiglu_alpha", "logit_scale", "logits_mup_width_multiplier", "log_scaling_n_floor",
            "log_scaling_alpha", "embedding_multiplier_scale", "output_multiplier_scale", "attn_temperature_len",
            "attn_temperature_tuning", "attn_scale", "floor_scale", "attention_value_scale", "use_gemma_norm", "postnorm", "norm_type",
            "layernorm_full_attention_alpha", "layernorm_full_attention_beta", "layernorm_linear_attention_alpha",
            "layernorm_linear_attention_beta", "layernorm_mlp_alpha", "layernorm_mlp_beta", "norm_head", "norm_softmax",
            "residual_in_fp32", "rescale_prenorm_residual", "time_step_floor", "time_step_limit", "time_step_max",
            "time_step_min", "time_step_rank", "chunk_size", "mamba_ssm_cache_dtype", "mamba_ssm_dtype", "use_mamba_kernels",
            "use_conv_bias", "num_logits_to_keep", "hc_sinkhorn_iters", "unpadded_vocab_size", "org_vocab_size",
            "shared_expert_sink", "use_embed_norm", "max_window_layers", "for_llm_class", "language_model_only",
            "flash_attn", "attn_implementation", "_attn_implementation", "_attn_implementation_autoset",
            "attention_softmax_in_fp32", "masked_softmax_fusion", "bias_dropout_fusion", "apply_residual_connection_post_layernorm",
            "slow_but_exact", "skip_bias_add", "skip_bias_add_qkv", "unk_token", "bos_token", "eos_token", "pad_token",
            "id2label", "label2id", "problem_type", "finetuning_task", "task_specific_params", "generation_config",
            "return_dict", "output_attentions", "output_hidden_states", "torchscript", "tokenizer_class",
            "unsloth_fixed", "unsloth_version", "use_flash_attn", "tie_encoder_decoder", "prefix", "xdrope_section",
            "anyres_pooling_size", "class_num", "num_media_embeds", "mask_init_id", "pool_type", "position_embedding_xdrope",
            "mtp_hybrid_override_pattern", "mtp_layers_block_type", "mtp_use_dedicated_embeddings", "mtp_transformer_layers",
            "use_mtp", "kv_lora_layernorm", "mrope_section", "sliding_window_note", "num_mtp_modules",
            "cla_share_factor", "clip_qkv", "moe_jitter_eps", "moe_loss_weight", "moe_normalize_expert_weights",
            "llama_4_scaling", "vision_start_token_id", "vision_end_token_id", "interleaved", "bad_words_ids");

    /** Switches whose other value is the usual one. */
    private static final Map<String, Double> NEUTRAL = Map.of(
            "global_attn_every_n", 1.0, "layernorm_num_groups", 1.0, "moe_layer_freq", 1.0, "decoder_sparse_step", 1.0,
            "parallel_attn", 1.0);

    /** Parts of a name that speak of what weights or the cache depend on. */
    private static final List<String> WORDS = List.of(
            "head", "expert", "layer", "attn", "attention", "size", "dim", "rank", "moe", "mlp", "ffn", "hidden", "width",
            "vocab", "window", "kv", "mtp", "nextn", "share", "latent", "ssm", "mamba", "conv", "index", "sparse", "lora",
            "compress", "group", "block", "state", "depth", "embed", "bias", "norm", "gate", "sink", "recurrent", "memory",
            "linear", "hyper", "adapter", "num_", "n_");

    private Leftovers() {}

    /** Refuses, or returns the notice of what was passed over. */
    static List<Notice> judge(Fields fields) {
        List<String> ignored = new ArrayList<>();
        for (Fields.Scope scope : fields.scopes()) {
            for (Map.Entry<String, Json> member : scope.object().members().entrySet()) {
                String name = member.getKey();
                String path = scope.path(name);
                if (fields.wasRead(path) || isHarmless(name) || isOff(name, member.getValue())) {
                    continue;
                }
                if (!fields.family().known() || speaksOfArchitecture(name)) {
                    throw Refusal.of(RefusalCode.UNKNOWN_FIELD, path);
                }
                ignored.add(path);
            }
        }
        return ignored.isEmpty() ? List.of() : List.of(Notice.of("fields-ignored", ignored.subList(0, Math.min(20, ignored.size()))));
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name) || name.endsWith("token_id") || name.endsWith("token_ids") || name.endsWith("_token_index")
                || name.endsWith("_id") || name.startsWith("vit_") || name.startsWith("anyres_")
                || name.startsWith("rope_") || name.startsWith("_");
    }

    private static boolean isOff(String name, Json value) {
        if (value == JsonNull.NULL || value instanceof JsonBoolean flag && !flag.value()
                || value instanceof JsonString text && text.value().isEmpty()
                || value instanceof JsonArray list && list.items().isEmpty()
                || value instanceof JsonObject object && object.members().isEmpty()) {
            return true;
        }
        if (value instanceof JsonBoolean) {
            return NEUTRAL.containsKey(name);
        }
        return value instanceof JsonNumber number && (number.value() == 0 || number.value() == -1
                || NEUTRAL.containsKey(name) && number.value() == NEUTRAL.get(name));
    }

    private static boolean speaksOfArchitecture(String name) {
        String lower = name.toLowerCase();
        return WORDS.stream().anyMatch(lower::contains);
    }
}
