package dev.llmplanner.view.models;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One line of the comparison.
 *
 * @param label of the line
 * @param group of the lines it stands with
 * @param cell  what stands in it for one model
 * @param drawn whether its numbers are drawn as bars too
 */
record ComparedFact(String label, ColumnGroup group, BiFunction<ModelFacts, Scene, Cell> cell, boolean drawn) {

    /** A column of the table of models. */
    static ComparedFact of(ModelColumn column) {
        return new ComparedFact("column." + column.code(), column.group().orElseThrow(),
                (facts, scene) -> ModelCells.of(facts, scene).get(column), false);
    }

    /** A speed, with the range within which it lies. */
    static ComparedFact speed(ModelColumn column, Function<ModelProfile, Optional<Band>> band) {
        return new ComparedFact("column." + column.code(), column.group().orElseThrow(), (facts, scene) -> {
            Cell cell = ModelCells.of(facts, scene).get(column);
            Optional<Band> range = facts.profile().flatMap(band);
            return range.isEmpty() ? cell : cell.with(scene.figures().tokensPerSecondBand(range.get()));
        }, true);
    }

    static ComparedFact tier() {
        return profile("filter.tier", ColumnGroup.SPEED,
                (profile, scene) -> Cell.text(scene.say("tier." + profile.tier().code())));
    }

    static ComparedFact layout() {
        return profile("compare.layout", ColumnGroup.SPEED, (profile, scene) -> profile.minimumGpus().isEmpty()
                ? missing(scene) : Cell.text(layout(profile.layout().orElseThrow())));
    }

    static ComparedFact state() {
        return profile("compare.per-sequence", ColumnGroup.SPEED, (profile, scene) -> {
            OptionalDouble bytes = profile.kvCacheBytesPerSequence();
            return bytes.isEmpty() ? missing(scene)
                    : Cell.number(bytes.getAsDouble(), scene.figures().bytes(bytes.getAsDouble()));
        });
    }

    static ComparedFact kind() {
        return new ComparedFact("filter.kind", ColumnGroup.ARCHITECTURE, (facts, scene) -> {
            Cell cell = Cell.text(Facet.KIND.label(facts.model().mixture() ? "moe" : "dense", scene));
            return facts.model().architecture().flatMap(ComparedFact::experts)
                    .map(moe -> cell.with(scene.say("compare.experts", Arguments.of("experts", moe.experts())
                            .and("chosen", moe.expertsPerToken()))))
                    .orElse(cell);
        }, false);
    }

    static ComparedFact layers() {
        return new ComparedFact("compare.layers", ColumnGroup.ARCHITECTURE, (facts, scene) ->
                facts.model().architecture().map(Architecture::layers)
                        .map(layers -> Cell.number(layers, scene.words().number(layers, 0)))
                        .orElseGet(() -> missing(scene)), false);
    }

    static ComparedFact draft() {
        return new ComparedFact("compare.draft", ColumnGroup.ARCHITECTURE, (facts, scene) ->
                facts.model().architecture().isEmpty() ? missing(scene)
                        : Cell.text(scene.say(facts.model().architecture().get().draft().isPresent()
                                ? "compare.draft.yes" : "compare.draft.no")), false);
    }

    private static ComparedFact profile(String label, ColumnGroup group, BiFunction<ModelProfile, Scene, Cell> cell) {
        return new ComparedFact(label, group, (facts, scene) -> facts.profile()
                .map(profile -> cell.apply(profile, scene)).orElse(Cell.missing("\u2026")), false);
    }

    private static Optional<MixtureOfExperts> experts(Architecture architecture) {
        for (FeedForwardGroup group : architecture.feedForward()) {
            if (group.feedForward() instanceof MixtureOfExperts moe) {
                return Optional.of(moe);
            }
        }
        return Optional.empty();
    }

    private static Cell missing(Scene scene) {
        return Cell.missing(scene.say("not-known"));
    }

    private static String layout(ParallelLayout layout) {
        StringBuilder text = new StringBuilder();
        degree("TP", layout.tensorParallel(), text);
        degree("PP", layout.pipelineParallel(), text);
        degree("EP", layout.expertParallel(), text);
        degree("DP", layout.attentionDataParallel(), text);
        return text.length() == 0 ? "TP1" : text.toString();
    }

    private static void degree(String name, int degree, StringBuilder text) {
        if (degree > 1) {
            text.append(text.length() == 0 ? "" : " ").append(name).append(degree);
        }
    }
}
