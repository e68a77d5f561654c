package dev.llmplanner.checkpoint;

import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weights outside the layers: hyper-connections, routing tables, vision towers whose size is known. */
final class ExtrasPlan {

    private final Fields fields;
    private final Figure hiddenSize;
    private final Figure layers;
    private final List<RecordWriter> extras = new ArrayList<>();

    ExtrasPlan(Fields fields, Figure hiddenSize, Figure layers) {
        this.fields = fields;
        this.hiddenSize = hiddenSize;
        this.layers = layers;
    }

    List<RecordWriter> write(Figure vocabulary, Optional<Fields> vision, boolean multimodal) {
        hyperConnections().ifPresent(all -> add("hyper-connections", all, true));
        fields.maybe(Limits.LAYERS, "num_hash_layers").ifPresent(hashed -> {
            Figure perToken = fields.count(Limits.EXPERTS, "num_experts_per_tok");
            add("hash-routing-tables", Figure.computed(
                    (double) hashed.value() * vocabulary.value() * perToken.value(), hashed, vocabulary, perToken), false);
        });
        if (multimodal) {
            vision(vision);
        }
        return extras;
    }

    private void vision(Optional<Fields> vision) {
        switch (fields.family().id()) {
            case "qwen3-moe", "qwen3.5-moe" -> vision.filter(tower -> tower.has("depth"))
                    .ifPresent(tower -> add("vision-tower", VisionTower.qwen(tower), false));
            case "mllama" -> {
                add("image-token-embeddings", Figure.computed(8.0 * hiddenSize.value(), hiddenSize), false);
                add("vision-tower", Figure.family(849_346_560), false);
            }
            case "llama4" -> add("vision-tower", Figure.family(871_932_416), false);
            case "minimax-m3" -> add("vision-tower", Figure.family(629_145_600), false);
            case "mistral-params" -> vision.ifPresent(tower -> {
                if (tower.maybe(Limits.LAYERS, "num_hidden_layers").map(Figure::value).orElse(0) == 48) {
                    // The vendor's figure counts it among the active parameters.
                    extras.add(extra("vision-tower", new JsonNumber(2_500_000_000.0), Derivation.Origin.FAMILY, List.of(), true));
                }
            });
            case "step3" -> extras.add(extra(
                    "vision-tower", new JsonNumber(4_653_912_832.0), Derivation.Origin.FAMILY, List.of(), false));
            case "step3p5" -> {
                if (fields.text("model_type").orElse("").equals("step3p7")) {
                    add("vision-tower", Figure.family(1_737_228_288), false);
                }
            }
            default -> { }
        }
    }

    /** A mixing of residual streams before and after each of a layer's two blocks, and one before the head. */
    private Optional<Figure> hyperConnections() {
        return fields.maybe(Limits.HEADS, "hc_mult").map(streams -> Figure.computed(
                layers.value() * 2 * site(streams) + head(streams), streams, hiddenSize, layers));
    }

    /** The same of one draft layer. */
    static Optional<Figure> draftHyperConnections(Fields fields, Figure hiddenSize) {
        return fields.maybe(Limits.HEADS, "hc_mult").map(streams -> {
            ExtrasPlan one = new ExtrasPlan(fields, hiddenSize, Figure.family(1));
            return Figure.within(Limits.TOKENS, 2 * one.site(streams) + one.head(streams), streams, hiddenSize);
        });
    }

    private double site(Figure streams) {
        double outputs = (2.0 + streams.value()) * streams.value();
        return (double) streams.value() * hiddenSize.value() * outputs + outputs + 3;
    }

    private double head(Figure streams) {
        return (double) streams.value() * hiddenSize.value() * streams.value() + streams.value() + 1;
    }

    private void add(String name, Figure parameters, boolean active) {
        if (parameters.value() > 0) {
            extras.add(extra(name, new JsonNumber(parameters.value()), parameters.origin(), parameters.fields(), active));
        }
    }

    private static RecordWriter extra(
            String name, JsonNumber parameters, Derivation.Origin origin, List<String> from, boolean active) {
        return new RecordWriter()
                .put("name", name)
                .put("parameters", parameters, origin, from)
                .raw("basis", new JsonString(origin.code()))
                .raw("inTotal", new JsonBoolean(true))
                .raw("inActive", new JsonBoolean(active));
    }
}
