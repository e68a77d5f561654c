package dev.llmplanner.checkpoint;

import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a user's own checkpoint: {@link #read} turns its files into a record of the models catalog, or says which field
 * isn't understood. It never throws for what a file holds.
 *
 * <p>The configuration decides. A GGUF header is first written as the configuration that it stands for. The index of the
 * safetensors files settles whether the head is the embedding, and checks layers, experts and bytes.
 */
public final class CheckpointReader {

    private static final double RANGE_LEAST = 70e9;
    private static final double RANGE_MOST = 700e9;

    /** Beyond this share the bytes of an index or a GGUF file are reported as differing. */
    private static final double AGREEMENT = 0.005;

    private CheckpointReader() {}

    /** The record of those files, or what isn't understood. */
    public static Reading read(CheckpointFiles files) {
        Optional<GgufConfig> gguf = Optional.empty();
        try {
            files.config().ifPresent(config -> TreeLimits.check(config, ""));
            files.index().ifPresent(index -> TreeLimits.check(index, "index"));
            gguf = files.gguf().or(() -> files.config().flatMap(GgufConfig::header)).map(GgufConfig::of);
            return imported(files, gguf);
        } catch (Refusal refusal) {
            return gguf.map(header -> header.named(refusal.refused())).orElse(refusal.refused());
        }
    }

    private static Imported imported(CheckpointFiles files, Optional<GgufConfig> gguf) {
        Json config = gguf.<Json>map(GgufConfig::config).or(files::config)
                .orElseThrow(() -> Refusal.of(RefusalCode.NOTHING_GIVEN, ""));
        Shape shape = Shape.of(config);
        Optional<SafetensorsIndex> index = files.index().map(SafetensorsIndex::of);
        List<Notice> notices = new ArrayList<>();
        RecordWriter record = new RecordWriter();
        head(record, shape, files, gguf);
        RecordWriter architecture = architecture(shape, index, notices);
        Map<String, Integer> layersByGroup = TensorLayers.of(architecture.json());
        if (gguf.isPresent()) {
            record.put("native", gguf.get().format(notices));
        } else {
            record.put("native", new Quantization(shape.fields(), layersByGroup, notices).write());
        }
        record.put("architecture", architecture);
        record.put("kind", layersByGroup.containsKey("experts") ? "moe" : "dense");
        notices.addAll(Leftovers.judge(shape.fields()));
        ModelEntry model = model(record);
        count(record, model, notices);
        notices.addAll(0, general(shape, record, model));
        index.ifPresent(found -> compare(found, model, notices));
        gguf.filter(header -> header.tensorBytes() > 0)
                .ifPresent(header -> bytes("gguf-bytes", header.tensorBytes(), model, notices));
        List<Derivation> lines = gguf.map(header -> header.named(record.lines())).orElse(record.lines());
        return new Imported(record.json(), model(record), shape.fields().family().id(), lines, notices);
    }

    private static void head(RecordWriter record, Shape shape, CheckpointFiles files, Optional<GgufConfig> gguf) {
        Optional<String> path = shape.fields().find("_name_or_path").map(Fields.Found::value)
                .filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
        Optional<String> given = files.name().or(() -> gguf.flatMap(GgufConfig::name)).or(() -> path)
                .or(() -> shape.fields().find("model_type").map(Fields.Found::value)
                        .filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value()));
        record.put("name", Names.plain(given.orElse("")))
                .raw("own", new JsonBoolean(true))
                .put("vendor", "own")
                .raw("licence", new JsonObject.Builder().build())
                .raw("modalities", new JsonArray(shape.modalities().stream().map(name -> (Json) new JsonString(name)).toList()))
                .raw("repositories", new JsonArray(List.of()));
        context(shape.fields()).ifPresent(tokens -> record.put("maxContextTokens", tokens));
    }

    /** The longest that any of the fields states. */
    private static Optional<Figure> context(Fields fields) {
        Figure longest = null;
        for (String name : List.of("max_position_embeddings", "max_position_embedding", "model_max_length", "max_seq_len",
                "seq_length", "n_positions")) {
            Optional<Figure> stated = fields.maybe(Limits.TOKENS, name);
            if (stated.isPresent() && (longest == null || stated.get().value() > longest.value())) {
                longest = stated.get();
            }
        }
        return Optional.ofNullable(longest);
    }

    private static RecordWriter architecture(Shape shape, Optional<SafetensorsIndex> index, List<Notice> notices) {
        Fields fields = shape.fields();
        Figure layers = LayerKinds.layers(fields);
        Figure hiddenSize = fields.count(Limits.WIDTH, "hidden_size", "d_model", "dim", "n_embed");
        Figure vocabulary = fields.count(Limits.VOCABULARY, "vocab_size");
        int drafts = DraftPlan.layers(fields).map(Figure::value).orElse(0);
        LayerKinds order = LayerKinds.read(fields, layers.value(), drafts);
        RecordWriter architecture = new RecordWriter()
                .put("layers", layers)
                .put("hiddenSize", hiddenSize)
                .put("vocabularySize", vocabulary);
        tied(architecture, fields, index, notices);
        Norms.write(architecture, fields, layers, hiddenSize);
        List<RecordWriter> attention = new AttentionPlan(fields, hiddenSize).groups(order, layers);
        FeedForwardPlan feedForward = new FeedForwardPlan(fields, hiddenSize);
        List<RecordWriter> blocks = feedForward.groups(order, layers);
        architecture.put("attention", attention).put("feedForward", blocks);
        boolean experts = blocks.stream().anyMatch(group -> group.kind().equals("moe"));
        DraftPlan.write(fields, hiddenSize, attention, experts, feedForward).ifPresent(mtp -> architecture.put("mtp", mtp));
        List<RecordWriter> extras = new ExtrasPlan(fields, hiddenSize, layers).write(vocabulary, shape.vision(), shape.multimodal());
        if (!extras.isEmpty()) {
            architecture.put("extras", extras);
        }
        return architecture;
    }

    private static void tied(
            RecordWriter architecture, Fields fields, Optional<SafetensorsIndex> index, List<Notice> notices) {
        String[] names = {"tie_word_embeddings", "tied_embeddings", "tie_embeddings"};
        Optional<Boolean> stated = fields.flag(names);
        Optional<Boolean> listed = index.flatMap(SafetensorsIndex::hasHead).map(head -> !head);
        boolean tied = stated.or(() -> listed).orElse(fields.family().has(Trait.TIED));
        if (stated.isEmpty() && listed.isEmpty() && !fields.family().known()) {
            notices.add(Notice.of("own-head-assumed", List.of("tie_word_embeddings")));
        }
        architecture.put("tiedEmbeddings", new JsonBoolean(tied),
                stated.isPresent() || listed.isPresent() ? Derivation.Origin.READ : Derivation.Origin.FAMILY,
                stated.isPresent() ? List.of(fields.path(names)) : listed.isPresent() ? List.of("index.weight_map") : List.of());
    }

    private static ModelEntry model(RecordWriter record) {
        try {
            return CatalogReader.model("own", record.json());
        } catch (JsonShapeException wrong) {
            throw Refusal.of(RefusalCode.OUT_OF_RANGE, wrong.path());
        }
    }

    private static JsonObject architectureOf(RecordWriter record) {
        return (JsonObject) record.json().members().get("architecture");
    }

    private static void count(RecordWriter record, ModelEntry model, List<Notice> notices) {
        ParameterCount count = ParameterCount.of(model.architecture().orElseThrow());
        if (count.total() > Limits.PARAMETERS) {
            throw Refusal.tooLarge("", count.total(), Limits.PARAMETERS);
        }
        record.raw("totalParametersBillion", new JsonNumber(count.total() / 1e9));
        if (model.mixture()) {
            record.raw("activeParametersBillion", new JsonNumber(count.active() / 1e9));
        }
        if (count.total() < RANGE_LEAST || count.total() > RANGE_MOST) {
            notices.add(new Notice("outside-range", List.of(), Map.of(
                    "parameters", count.total(), "least", RANGE_LEAST, "most", RANGE_MOST)));
        }
        if (count.draft() > 0) {
            notices.add(new Notice("draft-not-counted", List.of(), Map.of("parameters", count.draft())));
        }
    }

    private static List<Notice> general(Shape shape, RecordWriter record, ModelEntry model) {
        List<Notice> notices = new ArrayList<>();
        if (!shape.fields().family().known()) {
            notices.add(Notice.of("family-unknown", List.of("model_type")));
        }
        if (!shape.fields().assumed().isEmpty()) {
            notices.add(Notice.of("family-defaults", shape.fields().assumed()));
        }
        boolean counted = model.architecture().orElseThrow().extras().stream()
                .anyMatch(extra -> extra.name().equals("vision-tower"));
        if ((model.modalities().size() > 1 && !counted) || model.modalities().contains("audio")) {
            notices.add(Notice.of("towers-not-counted", List.of()));
        }
        if (architectureOf(record).members().get("mtp") instanceof JsonObject mtp
                && mtp.members().containsKey("notComputable")) {
            notices.add(Notice.of("draft-unknown", List.of()));
        }
        return notices;
    }

    private static void compare(SafetensorsIndex index, ModelEntry model, List<Notice> notices) {
        Architecture architecture = model.architecture().orElseThrow();
        if (index.totalBytes().isPresent()) {
            bytes("index-bytes", index.totalBytes().getAsDouble(), model, notices);
        }
        int drafts = architecture.draft().map(draft -> draft.layers()).orElse(0);
        if (index.layers() > 0 && index.layers() != architecture.layers()
                && index.layers() != architecture.layers() + drafts) {
            notices.add(new Notice("index-layers-differ", List.of("index.weight_map"), Map.of(
                    "listed", (double) index.layers(), "computed", (double) architecture.layers())));
        }
        int experts = TensorLayers.experts(architecture);
        if (index.experts() > 0 && index.experts() != experts) {
            notices.add(new Notice("index-experts-differ", List.of("index.weight_map"), Map.of(
                    "listed", (double) index.experts(), "computed", (double) experts)));
        }
    }

    /** Says whether the stated bytes are those of the record, with or without its draft layers. */
    private static void bytes(String code, double stated, ModelEntry model, List<Notice> notices) {
        Architecture architecture = model.architecture().orElseThrow();
        double main = WeightMemory.checkpointBytes(architecture, model.nativeRecipe());
        double draft = architecture.draft().isEmpty() ? 0
                : WeightMemory.draftBytesPerGpu(architecture, model.nativeRecipe(), ParallelLayout.tensor(1));
        double nearest = Math.abs(stated - main) <= Math.abs(stated - main - draft) ? main : main + draft;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("statedBytes", stated);
        figures.put("computedBytes", nearest);
        figures.put("deviationFraction", nearest / stated - 1);
        notices.add(new Notice(code + (Math.abs(nearest / stated - 1) <= AGREEMENT ? "-agree" : "-differ"), List.of(), figures));
    }
}
