package dev.llmplanner.view.models;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.screening.Tier;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.widget.Chips;
import dev.llmplanner.view.widget.Formats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What stands in each column for one model. */
final class ModelCells {
    private final ModelFacts facts;
    private final ModelEntry model;
    private final Scene scene;

    private ModelCells(ModelFacts facts, Scene scene) {
        this.facts = facts;
        this.model = facts.model();
        this.scene = scene;
    }

    /** By column, in their order. */
    static Map<ModelColumn, Cell> of(ModelFacts facts, Scene scene) {
        ModelCells cells = new ModelCells(facts, scene);
        Map<ModelColumn, Cell> row = new LinkedHashMap<>();
        for (ModelColumn column : ModelColumn.ALL) {
            row.put(column, cells.of(column));
        }
        return row;
    }

    private Cell of(ModelColumn column) {
        return switch (column) {
            case NAME -> name();
            case VENDOR -> Cell.text(scene.vendor(model.vendor()));
            case MODALITY -> Cell.text(ModelFacts.list(model.modalities(), "modality.", scene));
            case LICENCE -> licence();
            case RELEASED -> released();
            case CONTEXT -> model.maxContextTokens().isPresent()
                    ? Cell.number(model.maxContextTokens().getAsInt(), whole(model.maxContextTokens().getAsInt()))
                    : missing();
            case TOTAL -> number(model.totalParameters(), profile -> profile.totalParameters(), scene.figures()::billions);
            case ACTIVE -> number(model.activeParameters(), profile -> profile.activeParameters(), scene.figures()::billions);
            default -> facts.profile().map(profile -> computed(column, profile)).orElse(pending());
        };
    }

    private Cell computed(ModelColumn column, ModelProfile profile) {
        return switch (column) {
            case SINGLE_USER -> speed(profile.singleUserTokensPerSecond(), profile);
            case SERVER_OUTPUT -> speed(profile.outputTokensPerSecondPerServer(), profile);
            case GPUS -> profile.minimumGpus().isPresent()
                    ? Cell.number(profile.minimumGpus().getAsInt(), whole(profile.minimumGpus().getAsInt()))
                    : absent(profile);
            case KV -> number(profile.kvCacheBytesPerToken(), bytes -> scene.words().significant(bytes / 1024, 3));
            case DENSITY -> number(profile.densityFraction(), scene.figures()::percent);
            case ATTENTION -> profile.attentionKinds().isEmpty()
                    ? missing() : Cell.text(ModelFacts.attention(facts.profile(), scene));
            case CONFIDENCE -> profile.outputTokensPerSecondPerServer().isPresent()
                    ? Cell.number(-profile.confidence().ordinal(),
                            scene.say("filter.confidence." + Chips.code(profile.confidence())))
                    : absent(profile);
            case NATIVE -> number(Precision.in(profile.weightsBytes(), "native"), scene.figures()::gibibytesBare)
                    .with(Formats.recipe(model.nativeRecipe(), scene));
            case FP8 -> weights(Precision.FP8, profile);
            case FP4 -> weights(Precision.FP4, profile);
            case INT4 -> weights(Precision.INT4, profile);
            default -> throw new IllegalArgumentException(column.code());
        };
    }

    private Cell name() {
        Cell name = Cell.text(model.name());
        return model.architecture().isPresent() ? name : name.with(scene.say("models.not-computable"));
    }

    private Cell speed(Optional<Band> band, ModelProfile profile) {
        return band.isPresent()
                ? Cell.number(band.get().mid(), scene.words().significant(band.get().mid(), 3))
                : absent(profile);
    }

    /** A form that the checkpoint already has stands in its own column; one that nobody publishes doesn't exist. */
    private Cell weights(String width, ModelProfile profile) {
        OptionalDouble bytes = Precision.of(model.nativeRecipe()).equals(width)
                ? Precision.in(profile.weightsBytes(), "native")
                : Precision.in(Precision.published(model, profile.weightsBytes()), width);
        return bytes.isPresent()
                ? Cell.number(bytes.getAsDouble(), scene.figures().gibibytesBare(bytes.getAsDouble()))
                : Cell.missing(scene.say("models.no-checkpoint"));
    }

    private Cell absent(ModelProfile profile) {
        return Cell.missing(scene.say(profile.tier() == Tier.BEYOND ? "models.beyond" : "not-known"));
    }

    private Cell licence() {
        String name = model.licence().name().orElse("");
        return (name.isEmpty() ? missing() : Cell.text(name)).with(scene.say("licence." + ModelFacts.use(model)));
    }

    private Cell released() {
        String date = model.released().orElse("");
        return date.isEmpty() ? missing() : Cell.number(order(date), scene.words().date(date));
    }

    /** A date as a number that sorts as the date does: its digits, filled up to eight. */
    private static double order(String date) {
        double order = 0;
        int digits = 0;
        for (int i = 0; i < date.length() && digits < 8; i++) {
            char c = date.charAt(i);
            if (c >= '0' && c <= '9') {
                order = order * 10 + (c - '0');
                digits++;
            }
        }
        for (; digits < 8; digits++) {
            order *= 10;
        }
        return order;
    }

    private Cell number(
            OptionalDouble stated, Function<ModelProfile, OptionalDouble> counted,
            DoubleFunction<String> text) {
        return stated.isPresent() || facts.profile().isEmpty()
                ? number(stated, text) : number(counted.apply(facts.profile().get()), text);
    }

    private Cell number(OptionalDouble value, DoubleFunction<String> text) {
        return value.isPresent() ? Cell.number(value.getAsDouble(), text.apply(value.getAsDouble())) : missing();
    }

    private String whole(double number) {
        return scene.words().number(number, 0);
    }

    private Cell missing() {
        return Cell.missing(scene.say("not-known"));
    }

    private Cell pending() {
        return Cell.missing("\u2026");
    }
}
