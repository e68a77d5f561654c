package dev.llmplanner.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Norms, gates, biases and sinks of softmax attention: a few parameters each, and no cache. */
final class AttentionOptionsPlan {

    private static final String[] QK_NORM =
            {"use_qk_norm", "qk_norm", "query_key_norm", "qk_layernorm", "use_qk_layernorm"};

    private final Fields fields;
    private final Family family;

    AttentionOptionsPlan(Fields fields) {
        this.fields = fields;
        this.family = fields.family();
    }

    void write(RecordWriter group, boolean sliding) {
        qkNorm().ifPresent(norm -> group.put("qkNorm", norm));
        outputGate().ifPresent(gate -> group.put("outputGate", gate));
        biases(group);
        String sinks = sliding ? "add_swa_attention_sink_bias" : "add_full_attention_sink_bias";
        boolean asked = fields.isSet(sinks);
        group.flag("sinks", family.has(Trait.SINKS) || asked, asked ? List.of(fields.path(sinks)) : List.of());
        fields.maybe(Limits.TOKENS, "param_sink_number").ifPresent(tokens -> {
            fields.find("param_sink_with_value");
            group.put("sinkTokens", tokens);
        });
    }

    private Optional<String> qkNorm() {
        Optional<Boolean> asked = fields.flag(QK_NORM);
        Optional<String> type = fields.text("qk_norm_type");
        if (family.has(Trait.QK_NORM_WEIGHTLESS) || !asked.orElse(family.has(Trait.QK_NORM_HEAD))) {
            return Optional.empty();
        }
        if (type.isPresent()) {
            return Optional.of(switch (type.get()) {
                case "per_head" -> "head";
                case "per_layer" -> "layer";
                default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, fields.path("qk_norm_type"), "per_head", "per_layer");
            });
        }
        return Optional.of(family.has(Trait.QK_NORM_HEADS_IF_ASKED) ? "heads" : "head");
    }

    private Optional<String> outputGate() {
        Optional<String> stated = fields.text("gating");
        fields.list("gating_types").ifPresent(items -> items.forEach(item -> {
            if (!Fields.text(item).equals("per_head")) {
                throw Refusal.of(RefusalCode.UNKNOWN_VALUE, item.path(), "per_head");
            }
        }));
        if (stated.isPresent() && !stated.get().equals("per-head")) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, fields.path("gating"), "per-head");
        }
        if (fields.flag("attn_output_gate").orElse(family.has(Trait.GATE_ELEMENT))) {
            return Optional.of("element");
        }
        boolean perHead = fields.flag("use_head_wise_attn_gate").orElse(family.has(Trait.GATE_HEAD) || stated.isPresent());
        return perHead ? Optional.of("head") : Optional.empty();
    }

    private void biases(RecordWriter group) {
        List<String> asked = new ArrayList<>();
        for (String name : List.of("attention_bias", "qkv_bias", "use_qkv_bias", "add_qkv_bias", "q_bias")) {
            if (fields.isSet(name)) {
                asked.add(fields.path(name));
            }
        }
        group.flag("qkvBias", family.has(Trait.QKV_BIAS) || !asked.isEmpty(), asked);
        boolean outputToo = fields.isSet("attention_bias") && (family.has(Trait.BIAS_OUTPUT_TOO) || !family.known());
        boolean output = outputToo || fields.isSet("o_bias");
        group.flag("outputBias", family.has(Trait.OUTPUT_BIAS) || output,
                output ? List.of(fields.path(outputToo ? "attention_bias" : "o_bias")) : List.of());
    }

    /** The catalog holds no biases of latent attention. */
    void refuseBias() {
        if (fields.isSet("attention_bias")) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, fields.path("attention_bias"), "false");
        }
    }

    /**
     * Inkling's further weights of a layer: short convolutions on keys, values and both outputs, and a relative position
     * of low rank, which reaches as far as its extent or its window.
     */
    void shortConvolutions(RecordWriter group, Figure hiddenSize, Figure window) {
        if (!fields.isSet("use_sconv")) {
            return;
        }
        Figure taps = fields.count(Limits.WIDTH, "sconv_kernel_size");
        Figure rank = fields.count(Limits.WIDTH, "d_rel");
        Figure extent = fields.count(Limits.TOKENS, "rel_extent");
        Figure heads = fields.count(Limits.HEADS, "num_attention_heads");
        Figure kvHeads = fields.count(Limits.HEADS, "num_key_value_heads");
        Figure headDim = fields.count(Limits.HEADS, "head_dim");
        double reach = window.value() > 0 ? window.value() : extent.value();
        double weights = taps.value() * (2.0 * kvHeads.value() * headDim.value() + 2.0 * hiddenSize.value())
                + (double) hiddenSize.value() * heads.value() * rank.value() + rank.value() * reach;
        group.put("extraParametersPerLayer", Figure.within(Limits.TOKENS,
                weights, taps, rank, window.value() > 0 ? window : extent, heads, kvHeads, headDim, hiddenSize));
    }
}
