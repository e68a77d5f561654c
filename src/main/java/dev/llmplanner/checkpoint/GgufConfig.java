package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The configuration that a GGUF header stands for, and the key of each of its fields.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/gguf-py/gguf/constants.py">llama.cpp, keys by architecture</a>
 */
final class GgufConfig {

    /** model_type by general.architecture. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("llama", "llama"), Map.entry("qwen2", "qwen2"), Map.entry("qwen3", "qwen3"),
            Map.entry("qwen3moe", "qwen3_moe"), Map.entry("deepseek2", "deepseek_v2"), Map.entry("gpt-oss", "gpt_oss"),
            Map.entry("glm4moe", "glm4_moe"), Map.entry("bailingmoe2", "bailing_moe_v2"), Map.entry("dbrx", "dbrx"),
            Map.entry("command-r", "cohere"), Map.entry("minimax-m2", "minimax_m2"), Map.entry("mistral3", "mistral"));

    /** Fields by key, for every architecture. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("embedding_length", "hidden_size"),
            Map.entry("feed_forward_length", "intermediate_size"),
            Map.entry("attention.head_count", "num_attention_heads"),
            Map.entry("attention.head_count_kv", "num_key_value_heads"),
            Map.entry("context_length", "max_position_embeddings"),
            Map.entry("expert_count", "num_experts"),
            Map.entry("expert_used_count", "num_experts_per_tok"),
            Map.entry("expert_feed_forward_length", "moe_intermediate_size"),
            Map.entry("expert_shared_count", "n_shared_experts"),
            Map.entry("expert_shared_feed_forward_length", "shared_expert_intermediate_size"),
            Map.entry("leading_dense_block_count", "first_k_dense_replace"),
            Map.entry("attention.q_lora_rank", "q_lora_rank"),
            Map.entry("attention.kv_lora_rank", "kv_lora_rank"),
            Map.entry("attention.sliding_window", "sliding_window"),
            Map.entry("nextn_predict_layers", "num_nextn_predict_layers"),
            Map.entry("vocab_size", "vocab_size"));

    private final Map<String, Json> config = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final GgufHeader header;
    private final String architecture;

    private GgufConfig(GgufHeader header) {
        this.header = header;
        Json stated = header.metadata().members().get("general.architecture");
        if (!(stated instanceof JsonString name)) {
            throw Refusal.of(RefusalCode.MISSING_FIELD, "general.architecture", "general.architecture");
        }
        this.architecture = name.value();
        String type = TYPES.get(architecture);
        if (type == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_ARCHITECTURE, "general.architecture",
                    TYPES.keySet().stream().sorted().toArray(String[]::new));
        }
        translate(type);
    }

    static GgufConfig of(GgufHeader header) {
        return new GgufConfig(header);
    }

    /** The header that a tree holds as keys and values, if it does. */
    static Optional<GgufHeader> header(Json tree) {
        if (tree instanceof JsonObject object) {
            if (object.members().containsKey("general.architecture")) {
                return Optional.of(new GgufHeader(object, Map.of(), List.of()));
            }
            if (object.members().get("gguf_metadata") instanceof JsonObject inner) {
                return header(inner);
            }
        }
        return Optional.empty();
    }

    Json config() {
        return new JsonObject(config);
    }

    Optional<String> name() {
        return header.metadata().members().get("general.name") instanceof JsonString name
                ? Optional.of(name.value()) : Optional.empty();
    }

    private Optional<Json> get(String key) {
        Json value = header.metadata().members().get(architecture + "." + key);
        return Optional.ofNullable(value != null ? value : header.metadata().members().get(key));
    }

    private void translate(String type) {
        KEYS.forEach((key, field) -> get(key).ifPresent(value -> put(field, key, value)));
        get("block_count").ifPresent(blocks -> put("num_hidden_layers", "block_count", withoutDraft(blocks)));
        if (get("attention.kv_lora_rank").isPresent()) {
            latent();
        } else {
            get("attention.key_length").ifPresent(width -> put("head_dim", "attention.key_length", width));
            get("attention.value_length").ifPresent(width -> put("v_head_dim", "attention.value_length", width));
        }
        boolean experts = number("expert_count").orElse(0) > 0;
        boolean sigmoid = number("expert_gating_func").orElse(0) == 2;
        config.put("model_type", new JsonString(type.equals("llama") && experts ? "mixtral"
                : type.equals("deepseek_v2") && sigmoid ? "deepseek_v3" : type));
        if (sigmoid) {
            put("topk_method", "expert_gating_func", new JsonString("noaux_tc"));
        }
        if (!config.containsKey("vocab_size") && header.lengths().containsKey("tokenizer.ggml.tokens")) {
            put("vocab_size", "tokenizer.ggml.tokens", new JsonNumber(header.lengths().get("tokenizer.ggml.tokens")));
        }
        config.putIfAbsent("num_nextn_predict_layers", new JsonNumber(0));
        if (!header.tensors().isEmpty()) {
            boolean head = header.tensors().stream().anyMatch(tensor -> tensor.name().equals("output.weight"));
            config.put("tie_word_embeddings", new JsonBoolean(!head));
            keys.put("tie_word_embeddings", "output.weight");
            if (type.equals("glm4_moe")) {
                // The smaller models of the family have none, and no key says so.
                boolean norm = header.tensors().stream().anyMatch(tensor -> tensor.name().contains("attn_q_norm"));
                config.put("use_qk_norm", new JsonBoolean(norm));
                keys.put("use_qk_norm", "attn_q_norm.weight");
            }
        }
    }

    /** Blocks count the draft layers that stand behind them. */
    private Json withoutDraft(Json blocks) {
        double drafts = number("nextn_predict_layers").orElse(0);
        return blocks instanceof JsonNumber all && drafts > 0 ? new JsonNumber(all.value() - drafts) : blocks;
    }

    /** Newer files state the cached widths, and the heads' own under keys that end in mla. */
    private void latent() {
        String suffix = get("attention.key_length_mla").isPresent() ? "_mla" : "";
        get("rope.dimension_count").ifPresent(width -> put("qk_rope_head_dim", "rope.dimension_count", width));
        get("attention.value_length" + suffix).ifPresent(width -> put("v_head_dim", "attention.value_length" + suffix, width));
        double key = number("attention.key_length" + suffix).orElse(0) - number("rope.dimension_count").orElse(0);
        put("qk_nope_head_dim", "attention.key_length" + suffix, new JsonNumber(key));
    }

    private OptionalDouble number(String key) {
        return get(key).orElse(null) instanceof JsonNumber number ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    private void put(String field, String key, Json value) {
        config.put(field, value instanceof JsonArray list && same(list) ? list.items().get(0) : value);
        keys.put(field, header.metadata().members().containsKey(key) ? key : architecture + "." + key);
    }

    /** Newer files repeat a figure for every layer. */
    private static boolean same(JsonArray list) {
        return !list.items().isEmpty() && list.items().stream().allMatch(item -> item.equals(list.items().get(0)));
    }

    /** Bytes of all tensors; 0 where the header lists none. */
    double tensorBytes() {
        return header.tensors().stream().mapToDouble(GgmlTypes::bytes).sum();
    }

    /** The formats of the record: that of most weights, and of the experts where it is MXFP4. */
    RecordWriter format(List<Notice> notices) {
        Map<Integer, Double> elements = new LinkedHashMap<>();
        for (GgufHeader.Tensor tensor : header.tensors()) {
            boolean vocabulary = tensor.name().startsWith("token_embd") || tensor.name().startsWith("output");
            if (!vocabulary) {
                elements.merge(tensor.type(), tensor.elements(), Double::sum);
            }
        }
        int most = -1;
        for (Map.Entry<Integer, Double> entry : elements.entrySet()) {
            if (most < 0 || entry.getValue() > elements.get(most)) {
                most = entry.getKey();
            }
        }
        if (most < 0) {
            notices.add(Notice.of("format-assumed", List.of()));
            return new RecordWriter().put("linear", new JsonString("bf16"), Derivation.Origin.FAMILY, List.of());
        }
        if (most == GgmlTypes.MXFP4) {
            return formats("bf16").put("experts", new JsonString("mxfp4"), Derivation.Origin.READ, List.of("tensors"));
        }
        if (!GgmlTypes.isExact(most)) {
            notices.add(Notice.of("format-approximated", List.of("tensors")));
        }
        return formats(GgmlTypes.format(most));
    }

    private static RecordWriter formats(String linear) {
        return new RecordWriter().put("linear", new JsonString(linear), Derivation.Origin.READ, List.of("tensors"));
    }

    /** The same lines with the keys of the file instead of the names of fields. */
    List<Derivation> named(List<Derivation> lines) {
        List<Derivation> named = new ArrayList<>();
        for (Derivation line : lines) {
            named.add(new Derivation(line.figure(), line.value(), line.origin(),
                    line.fields().stream().map(this::key).toList()));
        }
        return named;
    }

    Refused named(Refused refused) {
        return new Refused(refused.code(), key(refused.path()),
                refused.allowed().stream().map(this::key).distinct().toList(), refused.limits());
    }

    private String key(String field) {
        return keys.getOrDefault(field, field);
    }
}
