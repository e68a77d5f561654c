package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.Trait.*;

import java.util.List;
import java.util.Optional;

/**
 * The families whose code is known, with what that code fixes and what it takes where a configuration is silent.
 *
 * <p>docs/own-model.md says for each where that was read. A fine-tune keeps its family's model_type or class name.
 */
final class Families {

    private static final List<Family> ALL = List.of(
            Family.of("llama").types("llama", "aquila").classes("LlamaForCausalLM").traits(BIAS_OUTPUT_TOO),
            Family.of("mistral").types("mistral").classes("MistralForCausalLM").traits(SLIDES_EVERYWHERE),
            Family.of("mixtral").types("mixtral").classes("MixtralForCausalLM")
                    .traits(INTERMEDIATE_IS_EXPERT, SLIDES_EVERYWHERE),
            Family.of("mistral-params"),
            Family.of("mllama").types("mllama", "mllama_text_model").classes("MllamaForConditionalGeneration")
                    .otherwise("num_key_value_heads", 8).otherwise("vocab_size", 128_256),
            Family.of("llama4").types("llama4", "llama4_text")
                    .classes("Llama4ForConditionalGeneration", "Llama4ForCausalLM")
                    .traits(CHUNKED, QK_NORM_WEIGHTLESS)
                    .otherwise("attention_chunk_size", 8192).otherwise("no_rope_layer_interval", 4)
                    .otherwise("n_shared_experts", 1),
            Family.of("qwen2").types("qwen2").classes("Qwen2ForCausalLM").traits(QKV_BIAS),
            Family.of("qwen3").types("qwen3").classes("Qwen3ForCausalLM").traits(QK_NORM_HEAD, BIAS_OUTPUT_TOO),
            Family.of("qwen3-moe").types("qwen3_moe", "qwen3_vl_moe", "qwen3_vl_moe_text")
                    .classes("Qwen3MoeForCausalLM", "Qwen3VLMoeForConditionalGeneration")
                    .traits(QK_NORM_HEAD, BIAS_OUTPUT_TOO),
            Family.of("qwen3-next").types("qwen3_next").classes("Qwen3NextForCausalLM")
                    .traits(QK_NORM_HEAD, GATE_ELEMENT, SHARED_GATE).otherwise("num_nextn_predict_layers", 1),
            Family.of("qwen3.5-moe").types("qwen3_5_moe", "qwen3_5_moe_text")
                    .classes("Qwen3_5MoeForConditionalGeneration", "Qwen3_5MoeForCausalLM")
                    .traits(QK_NORM_HEAD, GATE_ELEMENT, SHARED_GATE),
            Family.of("deepseek-v2").types("deepseek_v2").classes("DeepseekV2ForCausalLM"),
            Family.of("deepseek-v3").types("deepseek_v3", "kimi_k2").classes("DeepseekV3ForCausalLM")
                    .traits(DRAFT_COPIES),
            Family.of("deepseek-v3.2").types("deepseek_v32").classes("DeepseekV32ForCausalLM").traits(DRAFT_COPIES),
            Family.of("deepseek-v4").types("deepseek_v4").classes("DeepseekV4ForCausalLM").traits(DRAFT_COPIES),
            Family.of("deepseek-inference"),
            Family.of("glm4-moe").types("glm4_moe").classes("Glm4MoeForCausalLM")
                    .traits(ROUTER_BIAS, DRAFT_COPIES)
                    .otherwise("num_nextn_predict_layers", 1).otherwise("attention_bias", 1)
                    .otherwise("use_qk_norm", 1),
            Family.of("gpt-oss").types("gpt_oss").classes("GptOssForCausalLM")
                    .traits(QKV_BIAS, OUTPUT_BIAS, SINKS, ROUTER_BIAS, EXPERT_BIAS, INTERMEDIATE_IS_EXPERT,
                            ALTERNATES_FROM_SLIDING),
            Family.of("cohere").types("cohere").classes("CohereForCausalLM")
                    .traits(TIED, NORMS_ONE, QK_NORM_HEADS_IF_ASKED).otherwise("vocab_size", 256_000),
            Family.of("cohere2").types("cohere2").classes("Cohere2ForCausalLM").traits(TIED, NORMS_ONE)
                    .otherwise("vocab_size", 256_000).otherwise("sliding_window", 4096)
                    .otherwise("sliding_window_pattern", 4),
            Family.of("dbrx").types("dbrx").classes("DbrxForCausalLM"),
            Family.of("arctic").types("arctic").classes("ArcticForCausalLM")
                    .traits(NORMS_THREE, INTERMEDIATE_IS_EXPERT, DENSE_BESIDE_EXPERTS_HIDDEN),
            Family.of("bloom").types("bloom").classes("BloomForCausalLM")
                    .traits(TIED, QKV_BIAS, OUTPUT_BIAS, UNGATED, FEED_FORWARD_BIAS, NORMS_OF_BLOOM),
            Family.of("falcon").types("falcon").classes("FalconForCausalLM").traits(UNGATED, NORMS_OF_FALCON)
                    .otherwise("num_key_value_heads", 8),
            Family.of("grok-1").types("grok-1").classes("Grok1ModelForCausalLM")
                    .traits(NORMS_FOUR, INTERMEDIATE_IS_EXPERT),
            Family.of("grok-2").classes("Grok1ForCausalLM").traits(NORMS_FOUR, DENSE_BESIDE_EXPERTS),
            Family.of("hunyuan").types("hunyuan", "hunyuan_v1_moe").classes("HunYuanForCausalLM", "HunYuanMoEV1ForCausalLM")
                    .traits(TIED, INTERMEDIATE_IS_EXPERT),
            Family.of("hy-v3").types("hy_v3").classes("HYV3ForCausalLM")
                    .otherwise("vocab_size", 120_832).otherwise("num_nextn_predict_layers", 1),
            Family.of("inkling").types("inkling", "inkling_text").classes("InklingForConditionalGeneration", "InklingForCausalLM")
                    .traits(QK_NORM_HEAD, INTERMEDIATE_IS_EXPERT, DRAFT_UNKNOWN)
                    .otherwise("num_nextn_predict_layers", 8),
            Family.of("k2-horizon").types("k2_horizon").classes("K2HorizonForCausalLM"),
            Family.of("laguna").types("laguna").classes("LagunaForCausalLM")
                    .traits(QK_NORM_HEAD, GATE_HEAD, ROUTER_BIAS),
            Family.of("bailing-moe").types("bailing_moe").classes("BailingMoeForCausalLM")
                    .traits(BIAS_OUTPUT_TOO),
            Family.of("bailing-moe-2").types("bailing_moe_v2", "bailingmoe2").classes("BailingMoeV2ForCausalLM")
                    .traits(QK_NORM_HEAD, ROUTER_BIAS),
            Family.of("mimo-v2-flash").types("mimo_v2_flash").classes("MiMoV2FlashForCausalLM")
                    .traits(DRAFT_SLIDING_DENSE).otherwise("num_nextn_predict_layers", 3),
            Family.of("minimax-m1").types("minimax_m1").classes("MiniMaxM1ForCausalLM")
                    .traits(INTERMEDIATE_IS_EXPERT),
            Family.of("minimax-m2").types("minimax_m2").classes("MiniMaxM2ForCausalLM")
                    .traits(INTERMEDIATE_IS_EXPERT, DRAFT_UNKNOWN),
            Family.of("minimax-m3").types("minimax_m3").classes("MiniMaxM3ForCausalLM", "MiniMaxM3ForConditionalGeneration")
                    .traits(INTERMEDIATE_IS_EXPERT, DRAFT_NOT_SHIPPED),
            Family.of("nemotron-h").types("nemotron_h").classes("NemotronHForCausalLM")
                    .traits(NORMS_ONE, UNGATED, ROUTER_BIAS),
            Family.of("pangu-pro-moe-2").types("PanguProMoE", "pangu_pro_moe_v2").classes("PanguProMoEV2ForCausalLM"),
            Family.of("skywork").types("skywork").classes("SkyworkForCausalLM")
                    .traits(INTERMEDIATE_IS_EXPERT).otherwise("num_experts_per_tok", 2),
            Family.of("step3").types("step3_vl", "step3_text").classes("Step3VLForConditionalGeneration", "Step3TextForCausalLM"),
            Family.of("step3p5").types("step3p7", "step3p5")
                    .classes("Step3p7FlashForCausalLM", "Step3p5ForCausalLM")
                    .traits(QK_NORM_HEAD, GATE_HEAD, DRAFT_SLIDING_DENSE, DRAFT_HEAD_PER_LAYER)
                    .otherwise("swa_num_attention_heads", 96),
            Family.of("telechat").types("telechat").classes("TelechatForCausalLM").traits(OUTPUT_BIAS),
            Family.of("xverse").types("xverse").classes("XverseMoeForCausalLM").traits(INTERMEDIATE_IS_EXPERT));

    private Families() {}

    /** The family of that model_type. */
    static Optional<Family> ofType(String type) {
        return ALL.stream().filter(family -> family.types().contains(type)).findFirst();
    }

    /** The family of that class name. */
    static Optional<Family> ofClass(String name) {
        return ALL.stream().filter(family -> family.classes().contains(name)).findFirst();
    }

    /** The family of that id. */
    static Family named(String id) {
        return ALL.stream().filter(family -> family.id().equals(id)).findFirst().orElseThrow();
    }

    /** All, for the documents. */
    static List<Family> all() {
        return ALL;
    }
}
