package dev.llmplanner.checkpoint;

import dev.llmplanner.checkpoint.Fields.Found;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What mixes tokens in each layer, as the configuration orders them.
 *
 * @param kinds  one per layer
 * @param fields where the order was read; empty where all layers are alike
 */
record LayerKinds(List<Kind> kinds, List<String> fields) {

    /** A layer's mixer. */
    enum Kind { FULL, SLIDING, CHUNKED, LINEAR, LIGHTNING, CROSS, SHARES_KV, SPARSE, COMPRESSED, MAMBA, EXPERTS_ALONE, DENSE_ALONE }

    private static final String[] LAYERS = {"num_hidden_layers", "n_layers", "n_layer", "num_layers"};
    private static final String[] BLOCKS = {"hybrid_override_pattern", "layers_block_type"};

    /** The number of layers, which an order of blocks tells too. */
    static Figure layers(Fields fields) {
        if (fields.has(LAYERS)) {
            return fields.count(Limits.LAYERS, LAYERS);
        }
        Optional<List<Kind>> blocks = blocks(fields);
        if (blocks.isPresent() && !blocks.get().isEmpty() && blocks.get().size() <= Limits.LAYERS) {
            return Figure.computed(blocks.get().size(), Figure.read(1, fields.path(BLOCKS)));
        }
        return fields.count(Limits.LAYERS, LAYERS);
    }

    static LayerKinds read(Fields fields, int layers, int draftLayers) {
        Family family = fields.family();
        Optional<List<Kind>> blocks = blocks(fields);
        if (blocks.isPresent()) {
            String path = fields.path(BLOCKS);
            return new LayerKinds(first(blocks.get(), layers, 0, path), List.of(path));
        }
        if (fields.has("layer_types")) {
            String path = fields.path("layer_types");
            List<Kind> kinds = new ArrayList<>();
            fields.list("layer_types").orElseThrow().forEach(item -> kinds.add(typed(item)));
            // The list was made from these.
            for (String redundant : List.of("full_attention_interval", "sliding_window_pattern",
                    "_sliding_window_pattern", "layer_switch", "use_sliding_window", "max_window_layers")) {
                fields.find(redundant);
            }
            return new LayerKinds(first(kinds, layers, draftLayers, path), List.of(path));
        }
        if (fields.has("hybrid_layer_pattern")) {
            fields.find("attention_chunk_size");
            return coded(fields, layers, draftLayers, "hybrid_layer_pattern", Kind.FULL, Kind.SLIDING);
        }
        if (fields.has("attn_type_list")) {
            return coded(fields, layers, draftLayers, "attn_type_list", Kind.LIGHTNING, Kind.FULL);
        }
        if (fields.has("local_layer_ids")) {
            return marked(fields, layers, "local_layer_ids", Kind.SLIDING);
        }
        if (fields.has("cross_attention_layers")) {
            return marked(fields, layers, "cross_attention_layers", Kind.CROSS);
        }
        if (fields.has("compress_ratios")) {
            return same(layers, Kind.COMPRESSED, List.of());
        }
        if (fields.has("full_attention_interval")) {
            return every(fields.count(layers, "full_attention_interval"), layers, Kind.LINEAR);
        }
        if (family.has(Trait.CHUNKED)) {
            return chunked(fields, layers);
        }
        Optional<LayerKinds> windows = windows(fields, layers);
        if (windows.isPresent()) {
            return windows.get();
        }
        Optional<Fields> sparse = fields.inside("sparse_attention_config");
        if (sparse.isPresent() && sparse.get().isSet("use_sparse_attention")) {
            return coded(sparse.get(), layers, 0, "sparse_attention_freq", Kind.FULL, Kind.SPARSE);
        }
        if (fields.isSet("use_cla")) {
            Figure share = fields.count(layers, "cla_share_factor");
            List<Kind> kinds = new ArrayList<>();
            for (int i = 0; i < layers; i++) {
                kinds.add(i % share.value() == 0 ? Kind.FULL : Kind.SHARES_KV);
            }
            return new LayerKinds(kinds, share.fields());
        }
        return same(layers, Kind.FULL, List.of());
    }

    private static Optional<LayerKinds> windows(Fields fields, int layers) {
        Family family = fields.family();
        Optional<Figure> pattern = fields.maybe(
                layers, "sliding_window_pattern", "_sliding_window_pattern", "layer_switch");
        if (pattern.isPresent()) {
            return Optional.of(every(pattern.get(), layers, Kind.SLIDING));
        }
        if (family.has(Trait.ALTERNATES_FROM_SLIDING)) {
            List<Kind> kinds = new ArrayList<>();
            for (int i = 0; i < layers; i++) {
                kinds.add(i % 2 == 0 ? Kind.SLIDING : Kind.FULL);
            }
            return Optional.of(new LayerKinds(kinds, List.of()));
        }
        Optional<Boolean> asked = fields.flag("use_sliding_window");
        if (asked.isPresent()) {
            fields.find("sliding_window");
            Optional<Figure> from = fields.maybe(Limits.LAYERS, "max_window_layers");
            if (!asked.get() || !fields.has("sliding_window")) {
                return Optional.of(same(layers, Kind.FULL, List.of()));
            }
            int first = from.map(Figure::value).orElse(0);
            List<Kind> kinds = new ArrayList<>();
            for (int i = 0; i < layers; i++) {
                kinds.add(i < first ? Kind.FULL : Kind.SLIDING);
            }
            return Optional.of(new LayerKinds(kinds, List.of(fields.path("use_sliding_window"))));
        }
        if (family.has(Trait.SLIDES_EVERYWHERE) && fields.has("sliding_window")) {
            return Optional.of(same(layers, Kind.SLIDING, List.of(fields.path("sliding_window"))));
        }
        return Optional.empty();
    }

    private static LayerKinds chunked(Fields fields, int layers) {
        Optional<int[]> rotary = fields.wholes(0, 1, "no_rope_layers");
        if (rotary.isPresent() && rotary.get().length > 0) {
            String path = fields.path("no_rope_layers");
            List<Kind> kinds = new ArrayList<>();
            for (int flag : rotary.get()) {
                kinds.add(flag == 0 ? Kind.FULL : Kind.CHUNKED);
            }
            return new LayerKinds(first(kinds, layers, 0, path), List.of(path));
        }
        return every(fields.count(Limits.LAYERS, "no_rope_layer_interval"), layers, Kind.CHUNKED);
    }

    /** Blocks that hold a mixer or a feed-forward unit, never both. */
    private static Optional<List<Kind>> blocks(Fields fields) {
        Optional<Found> found = fields.find(BLOCKS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Kind> kinds = new ArrayList<>();
        if (found.get().value() instanceof JsonString pattern) {
            for (int i = 0; i < pattern.value().length(); i++) {
                kinds.add(block(pattern.value().substring(i, i + 1), found.get().path()));
            }
        } else {
            Fields.items(found.get()).forEach(item -> kinds.add(block(Fields.text(item), item.path())));
        }
        return Optional.of(kinds);
    }

    private static Kind block(String code, String path) {
        return switch (code) {
            case "M", "mamba" -> Kind.MAMBA;
            case "*", "attention" -> Kind.FULL;
            case "E", "moe" -> Kind.EXPERTS_ALONE;
            case "-", "mlp" -> Kind.DENSE_ALONE;
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, path, "mamba", "attention", "moe", "mlp", "M", "*", "E", "-");
        };
    }

    private static Kind typed(Found item) {
        return switch (Fields.text(item)) {
            case "full_attention" -> Kind.FULL;
            case "sliding_attention" -> Kind.SLIDING;
            case "chunked_attention" -> Kind.CHUNKED;
            case "linear_attention" -> Kind.LINEAR;
            default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, item.path(),
                    "full_attention", "sliding_attention", "chunked_attention", "linear_attention");
        };
    }

    private static LayerKinds coded(Fields fields, int layers, int draftLayers, String name, Kind zero, Kind one) {
        String path = fields.path(name);
        List<Kind> kinds = new ArrayList<>();
        for (int code : fields.wholes(0, 1, name).orElseThrow(() -> Refusal.of(RefusalCode.MISSING_FIELD, path, name))) {
            kinds.add(code == 0 ? zero : one);
        }
        return new LayerKinds(first(kinds, layers, draftLayers, path), List.of(path));
    }

    private static LayerKinds marked(Fields fields, int layers, String name, Kind kind) {
        Kind[] kinds = new Kind[layers];
        Arrays.fill(kinds, Kind.FULL);
        for (int layer : fields.wholes(0, layers - 1, name).orElseThrow()) {
            kinds[layer] = kind;
        }
        return new LayerKinds(List.of(kinds), List.of(fields.path(name)));
    }

    /** The last of so many is full, the others of that kind. */
    private static LayerKinds every(Figure interval, int layers, Kind others) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            kinds.add((i + 1) % interval.value() == 0 ? Kind.FULL : others);
        }
        return new LayerKinds(kinds, interval.fields());
    }

    private static LayerKinds same(int layers, Kind kind, List<String> fields) {
        Kind[] kinds = new Kind[layers];
        Arrays.fill(kinds, kind);
        return new LayerKinds(List.of(kinds), fields);
    }

    /** A list with one entry per layer; draft layers may stand behind. */
    private static List<Kind> first(List<Kind> kinds, int layers, int draftLayers, String path) {
        if (kinds.size() != layers && kinds.size() != layers + draftLayers) {
            throw Refusal.length(path, kinds.size(), layers);
        }
        return kinds.subList(0, layers);
    }
}
