package dev.llmplanner.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a module in a list of what isn't quantised: a plain name, one with {@code *}, or a regular expression after
 * {@code re:}. It is not run as an expression: what counts are the words in it.
 *
 * @param groups tensor groups of the catalog that it names
 * @param layer  the layer that it names, −1 for all
 */
record ModulePattern(List<String> groups, int layer) {

    static ModulePattern of(String text) {
        String name = text.length() > 300 ? text.substring(0, 300) : text;
        return new ModulePattern(groupsOf(name), layerOf(name));
    }

    private static List<String> groupsOf(String name) {
        List<String> groups = new ArrayList<>();
        if (name.contains("visual") || name.contains("vision") || name.contains("multi_modal") || name.contains("audio")) {
            groups.add("extras");
        } else if (name.contains("mtp") || name.contains("nextn") || name.contains("eh_proj")) {
            groups.add("draft");
        } else if (name.contains("lm_head") || name.contains("output_layer")) {
            groups.add("head");
        } else if (name.contains("embed") || name.contains("wte")) {
            groups.add("embedding");
        } else if (name.contains("linear_attn") || name.contains("mamba") || name.contains("mixer")
                || name.contains("conv1d")) {
            groups.add("mixer");
        } else if (name.contains("attn") || name.contains("attention")) {
            attention(name, groups);
        } else {
            feedForward(name, groups);
        }
        return groups;
    }

    private static void attention(String name, List<String> groups) {
        if (name.contains("o_proj") || name.contains("out_proj")) {
            groups.add("attentionOutput");
        } else if (name.contains("_proj") || name.contains("q_a") || name.contains("q_b") || name.contains("kv_")) {
            // The query is the widest; keys, values and gates follow it in every published list.
            if (name.contains("q_") || name.contains("qkv")) {
                groups.add("attentionInput");
            }
        } else {
            groups.add("attentionInput");
            groups.add("attentionOutput");
        }
    }

    private static void feedForward(String name, List<String> groups) {
        if (name.equals("gate") || name.contains("router") || name.contains("shared_expert_gate")
                || name.endsWith("gate") || name.endsWith("gate$") || name.contains("e_score")) {
            groups.add("router");
        } else if (name.contains("shared_expert")) {
            groups.add("shared");
        } else if (name.contains("experts")) {
            groups.add("experts");
        } else if (name.contains("gate_proj") || name.contains("up_proj") || name.contains("down_proj")
                || name.contains("gate_up")) {
            groups.add("dense");
        } else if (name.contains("mlp") || name.contains("feed_forward") || name.contains("ffn")) {
            groups.add("dense");
            groups.add("experts");
            groups.add("shared");
        }
    }

    /** The number behind "layers." or its like. */
    private static int layerOf(String name) {
        int at = name.indexOf("layers");
        if (at < 0) {
            return -1;
        }
        int number = -1;
        for (int i = at + 6; i < name.length() && i < at + 16; i++) {
            char c = name.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
                if (number > Limits.LAYERS) {
                    return Limits.LAYERS;
                }
            } else if (number >= 0 || (c != '.' && c != '\\')) {
                break;
            }
        }
        return number;
    }
}
