package dev.llmplanner.checkpoint;

import dev.llmplanner.checkpoint.LayerKinds.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of layers with the same attention, as the record writes them. */
final class AttentionPlan {

    private static final String[] HEADS = {"num_attention_heads", "n_heads", "n_head"};

    private final Fields fields;
    private final Figure hiddenSize;
    private final AttentionOptionsPlan options;

    AttentionPlan(Fields fields, Figure hiddenSize) {
        this.fields = fields;
        this.hiddenSize = hiddenSize;
        this.options = new AttentionOptionsPlan(fields);
    }

    /** One group per kind, as the catalog orders them: windows by their first layers, hybrids with full attention first. */
    List<RecordWriter> groups(LayerKinds order, Figure layers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Optional<int[]> heads = fields.wholes(1, Limits.HEADS, "num_attention_heads_per_layer");
        if (heads.isPresent() && heads.get().length != order.kinds().size()) {
            throw Refusal.length(fields.path("num_attention_heads_per_layer"), heads.get().length, order.kinds().size());
        }
        heads.ifPresent(each -> fields.find(HEADS));
        Optional<int[]> ratios = fields.wholes(0, Limits.TOKENS, "compress_ratios");
        if (ratios.isPresent() && ratios.get().length < order.kinds().size()) {
            throw Refusal.length(fields.path("compress_ratios"), ratios.get().length, order.kinds().size());
        }
        for (int i = 0; i < order.kinds().size(); i++) {
            Kind kind = order.kinds().get(i);
            if (kind == Kind.DENSE_ALONE) {
                kind = Kind.EXPERTS_ALONE;
            }
            int detail = heads.isPresent() ? heads.get()[i] : ratios.isPresent() ? ratios.get()[i] : 0;
            counts.merge(kind.ordinal() + "|" + detail, 1, Integer::sum);
            kinds.put(kind.ordinal() + "|" + detail, kind);
        }
        boolean hybrid = !List.of(Kind.FULL, Kind.SLIDING, Kind.CHUNKED).containsAll(kinds.values());
        List<RecordWriter> groups = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Kind kind = kinds.get(entry.getKey());
            Figure count = counts.size() == 1
                    ? layers
                    : new Figure(entry.getValue(), Derivation.Origin.COMPUTED, order.fields());
            int detail = Integer.parseInt(entry.getKey().substring(entry.getKey().indexOf('|') + 1));
            RecordWriter group = group(kind, count, detail);
            if (kind == Kind.FULL && (hybrid || fields.has("local_layer_ids"))) {
                groups.add(0, group);
            } else {
                groups.add(group);
            }
        }
        return groups;
    }

    private RecordWriter group(Kind kind, Figure layers, int detail) {
        return switch (kind) {
            case FULL -> fields.has("kv_lora_rank") ? latent(layers)
                    : fields.has("share_q_dim") ? factorized(layers)
                    : softmax("full", layers, detail, false);
            case SLIDING -> windowed("sliding", layers, detail, "sliding_window", "sliding_window_size");
            case CHUNKED -> windowed("chunked", layers, detail, "attention_chunk_size");
            case SHARES_KV -> softmax("full", layers, detail, false).flag("sharesKv", true, List.of(fields.path("use_cla")));
            case SPARSE -> sparse(layers, detail);
            case CROSS -> softmax("cross", layers, detail, false).put("qkNorm", "head");
            case COMPRESSED -> compressed(layers, detail);
            case LINEAR -> gatedDelta(layers);
            case LIGHTNING -> new RecordWriter().put("kind", "lightning").put("layers", layers)
                    .put("heads", heads(false, 0)).put("headDim", headDim(false, heads(false, 0)));
            case MAMBA -> mamba(layers);
            case EXPERTS_ALONE, DENSE_ALONE -> new RecordWriter().put("kind", "none").put("layers", layers);
        };
    }

    private RecordWriter windowed(String kind, Figure layers, int detail, String... window) {
        if (fields.has("kv_lora_rank")) {
            throw Refusal.of(RefusalCode.FIELDS_DISAGREE, fields.path("kv_lora_rank"), fields.path(window));
        }
        RecordWriter group = softmax(kind, layers, detail, kind.equals("sliding"));
        Figure tokens = fields.count(Limits.TOKENS, window);
        group.put("windowTokens", tokens);
        options.shortConvolutions(group, hiddenSize, tokens);
        return group;
    }

    private Figure heads(boolean sliding, int stated) {
        if (stated > 0) {
            return Figure.read(stated, fields.path("num_attention_heads_per_layer"));
        }
        Optional<Figure> own = sliding ? other("num_attention_heads", "swa_num_attention_heads") : Optional.empty();
        return own.orElseGet(() -> fields.count(Limits.HEADS, HEADS));
    }

    /** A figure that sliding layers have of their own: under the prefix, or in the object that Step's files hold. */
    private Optional<Figure> other(String inside, String prefixed) {
        Optional<Figure> object = fields.inside("attention_other_setting").flatMap(setting -> {
            setting.find("attention_type");
            setting.find("true_head_dim");
            return setting.maybe(Limits.HEADS, inside);
        });
        return object.isPresent() ? object : fields.maybe(Limits.HEADS, prefixed);
    }

    private Figure headDim(boolean sliding, Figure heads) {
        Optional<Figure> own = sliding ? other("head_dim", "swa_head_dim") : Optional.empty();
        Optional<Figure> stated = own.isPresent() ? own : fields.maybe(Limits.HEADS, "head_dim", "attention_head_dim", "kv_channels");
        if (stated.isPresent()) {
            return stated.get();
        }
        Optional<Figure> plain = fields.maybe(Limits.HEADS, "qk_nope_dim");
        if (plain.isPresent()) {
            Figure rotary = fields.count(Limits.HEADS, "qk_rope_dim");
            return Figure.within(Limits.HEADS, (double) plain.get().value() + rotary.value(), plain.get(), rotary);
        }
        if (hiddenSize.value() % heads.value() != 0) {
            throw Refusal.of(RefusalCode.DOES_NOT_DIVIDE, heads.path(), hiddenSize.path());
        }
        return Figure.within(Limits.HEADS, (double) hiddenSize.value() / heads.value(), hiddenSize, heads);
    }

    private Figure kvHeads(boolean sliding, Figure heads) {
        Optional<Figure> own = sliding ? other("num_attention_groups", "swa_num_key_value_heads") : Optional.empty();
        Figure kvHeads = own.orElseGet(() -> {
            if (fields.isSet("multi_query") && !fields.isSet("new_decoder_architecture")) {
                return Figure.read(1, fields.path("multi_query"));
            }
            return fields.maybe(Limits.HEADS, "num_key_value_heads", "num_kv_heads", "n_kv_heads", "kv_n_heads",
                    "num_attention_groups", "n_head_kv").orElseGet(() -> Figure.computed(heads.value(), heads));
        });
        if (kvHeads.value() > heads.value()) {
            throw Refusal.range(kvHeads.path(), 1, heads.value());
        }
        if (heads.value() % kvHeads.value() != 0) {
            throw Refusal.of(RefusalCode.DOES_NOT_DIVIDE, kvHeads.path(), heads.path());
        }
        return kvHeads;
    }

    private RecordWriter softmax(String kind, Figure layers, int stated, boolean sliding) {
        Figure heads = heads(sliding, stated);
        Figure headDim = headDim(sliding, heads);
        RecordWriter group = new RecordWriter().put("kind", kind).put("layers", layers)
                .put("heads", heads)
                .put("kvHeads", kvHeads(sliding, heads))
                .put("headDim", headDim);
        if (kind.equals("cross")) {
            return group;
        }
        Optional<Figure> own = sliding ? fields.maybe(Limits.HEADS, "swa_v_head_dim") : Optional.empty();
        Optional<Figure> valueDim = own.isPresent() ? own : fields.maybe(Limits.HEADS, "v_head_dim", "v_channels");
        valueDim.filter(width -> width.value() != headDim.value()).ifPresent(width -> group.put("valueHeadDim", width));
        options.write(group, sliding);
        if (kind.equals("full")) {
            options.shortConvolutions(group, hiddenSize, Figure.family(0));
        }
        return group;
    }

    private RecordWriter sparse(Figure layers, int stated) {
        Fields sparse = fields.inside("sparse_attention_config").orElseThrow();
        Figure blocks = sparse.count(Limits.TOKENS, "sparse_topk_blocks");
        Figure tokens = sparse.count(Limits.TOKENS, "sparse_block_size");
        Figure.computed((double) blocks.value() * tokens.value(), blocks, tokens);
        return softmax("full", layers, stated, false).put("indexer", new RecordWriter()
                .put("heads", sparse.count(Limits.HEADS, "sparse_num_index_heads"))
                .put("headDim", sparse.count(Limits.HEADS, "sparse_index_dim"))
                .put("topKBlocks", blocks)
                .put("blockTokens", tokens)
                .flag("hasNorms", true, List.of()));
    }

    private RecordWriter factorized(Figure layers) {
        Figure heads = heads(false, 0);
        return new RecordWriter().put("kind", "full").put("layers", layers)
                .put("heads", heads)
                .put("kvHeads", kvHeads(false, heads))
                .put("headDim", headDim(false, heads))
                .put("queryLoraRank", fields.count(Limits.WIDTH, "share_q_dim"));
    }

    private RecordWriter latent(Figure layers) {
        Figure heads = heads(false, 0);
        boolean sparse = fields.has("index_topk");
        fields.find("num_key_value_heads", "n_kv_heads");
        options.refuseBias();
        RecordWriter group = new RecordWriter().put("kind", sparse ? "dsa" : "mla").put("layers", layers)
                .put("heads", heads);
        fields.maybe(Limits.WIDTH, "q_lora_rank").ifPresent(rank -> group.put("queryLoraRank", rank));
        group.put("kvLoraRank", fields.count(Limits.WIDTH, "kv_lora_rank"))
                .put("nopeHeadDim", fields.count(Limits.HEADS, "qk_nope_head_dim"))
                .put("ropeHeadDim", fields.count(Limits.HEADS, "qk_rope_head_dim"))
                .put("valueHeadDim", fields.count(Limits.HEADS, "v_head_dim"));
        if (sparse) {
            group.put("indexer", indexer());
        }
        fields.find("head_dim");
        return group;
    }

    private RecordWriter indexer() {
        return new RecordWriter()
                .put("heads", fields.count(Limits.HEADS, "index_n_heads"))
                .put("headDim", fields.count(Limits.HEADS, "index_head_dim"))
                .put("topK", fields.count(Limits.TOKENS, "index_topk"));
    }

    private RecordWriter compressed(Figure layers, int ratio) {
        Figure heads = heads(false, 0);
        options.refuseBias();
        Figure groups = fields.count(heads.value(), "o_groups");
        RecordWriter group = new RecordWriter().put("kind", "compressed").put("layers", layers)
                .put("heads", heads)
                .put("kvHeads", kvHeads(false, heads))
                .put("headDim", headDim(false, heads))
                .put("queryLoraRank", fields.count(Limits.WIDTH, "q_lora_rank"))
                .put("ropeHeadDim", fields.count(Limits.HEADS, "qk_rope_head_dim"))
                .put("outputGroups", groups)
                .put("outputLoraRank", fields.count(Limits.WIDTH, "o_lora_rank"))
                .put("windowTokens", fields.count(Limits.TOKENS, "sliding_window"));
        if (ratio == 1) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, fields.path("compress_ratios"), "0", "4", "128");
        }
        if (ratio > 1) {
            group.put("compressionRatio", Figure.read(ratio, fields.path("compress_ratios")));
        }
        // Only the layers of overlapping entries of four tokens are dense enough to need a choice.
        if (ratio == 4) {
            group.put("indexer", indexer());
        }
        return group;
    }

    private RecordWriter gatedDelta(Figure layers) {
        Figure keyDim = fields.count(Limits.HEADS, "linear_key_head_dim");
        Figure valueDim = fields.count(Limits.HEADS, "linear_value_head_dim");
        if (keyDim.value() != valueDim.value()) {
            throw Refusal.of(RefusalCode.FIELDS_DISAGREE, valueDim.path(), keyDim.path());
        }
        Figure keyHeads = fields.count(Limits.HEADS, "linear_num_key_heads");
        Figure valueHeads = fields.count(Limits.HEADS, "linear_num_value_heads");
        if (valueHeads.value() % keyHeads.value() != 0) {
            throw Refusal.of(RefusalCode.DOES_NOT_DIVIDE, keyHeads.path(), valueHeads.path());
        }
        return new RecordWriter().put("kind", "gated-delta").put("layers", layers)
                .put("keyHeads", keyHeads)
                .put("valueHeads", valueHeads)
                .put("headDim", keyDim)
                .put("convolution", fields.count(Limits.WIDTH, "linear_conv_kernel_dim"));
    }

    private RecordWriter mamba(Figure layers) {
        Figure heads = fields.count(Limits.HEADS, "mamba_num_heads");
        Figure groups = fields.count(heads.value(), "n_groups");
        if (heads.value() % groups.value() != 0) {
            throw Refusal.of(RefusalCode.DOES_NOT_DIVIDE, groups.path(), heads.path());
        }
        fields.find("expand");
        return new RecordWriter().put("kind", "mamba2").put("layers", layers)
                .put("heads", heads)
                .put("headDim", fields.count(Limits.HEADS, "mamba_head_dim"))
                .put("stateSize", fields.count(Limits.WIDTH, "ssm_state_size"))
                .put("groups", groups)
                .put("convolution", fields.count(Limits.WIDTH, "conv_kernel"));
    }
}
