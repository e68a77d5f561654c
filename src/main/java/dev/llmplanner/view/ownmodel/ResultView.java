package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.Notice;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.model.ArchitectureView;
import dev.llmplanner.view.model.ParametersView;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.RefusalText;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.OptionalDouble;

/** What was read: its figures, what the reader should know, its architecture, and where each figure is from. */
final class ResultView {
    private final Scene scene;
    private final Draft draft;
    private final Imported read;
    private final ModelEntry model;
    private final Architecture architecture;

    ResultView(Scene scene, Draft draft) {
        this.scene = scene;
        this.draft = draft;
        this.read = draft.model().orElseThrow();
        this.model = read.model();
        this.architecture = model.architecture().orElseThrow();
    }

    Html all() {
        double kvBytesPerToken = KvFootprint.of(architecture, KvFormat.BF16, ParallelLayout.tensor(1)).bytesPerToken();
        return el("section", "own-model-result model").key("result").aria("labelledby", "own-model-result")
                .add(el("h2").id("own-model-result").attr("tabindex", -1)
                        .text(scene.say("own-model.result", Arguments.of("name", model.name()))))
                .add(use())
                .add(facts(kvBytesPerToken))
                .add(notices())
                .add(new ArchitectureView(scene, architecture, "").all())
                .add(new ParametersView(scene, architecture).all())
                .add(new DerivationView(scene, read, kvBytesPerToken).all());
    }

    private Html use() {
        boolean used = Own.records(scene.state()).find(OwnModels.MODELS, draft.id()).isPresent();
        return el("form", "own-model-use").onInstead("submit", e -> new OwnModels.Used())
                .add(el("div", "field")
                        .add(el("label").attr("for", "own-model-name").text(scene.say("own-model.name")))
                        .add(el("input").id("own-model-name").attr("type", "text").attr("autocomplete", "off")
                                .attr("maxlength", 80).attr("value", draft.name())
                                .on("input", e -> new OwnModels.Named(e.value()))))
                .add(el("button", "go-button").id("own-model-use").attr("type", "submit")
                        .text(scene.say(used ? "own-model.change" : "own-model.use")))
                .add(el("button").attr("type", "button").text(scene.say("own-model.dismiss"))
                        .on("click", e -> new OwnModels.Dismissed()));
    }

    private Html facts(double kvBytesPerToken) {
        return el("dl", "facts model-facts")
                .add(fact("family", family()))
                .add(fact("total", billions(model.totalParameters())))
                .add(fact("active", billions(model.activeParameters())))
                .add(fact("kv", scene.figures().bytes(kvBytesPerToken)))
                .add(fact("weights", scene.figures().gibibytes(
                        WeightMemory.checkpointBytes(architecture, model.nativeRecipe()))))
                .add(fact("formats", Formats.recipe(model.nativeRecipe(), scene)))
                .add(fact("context", model.maxContextTokens().isPresent()
                        ? scene.figures().tokens(model.maxContextTokens().getAsInt()) : scene.say("not-published")));
    }

    private Html fact(String name, String value) {
        return el("div").key(name).add(el("dt").text(scene.say("own-model.fact." + name)))
                .add(el("dd", "value").text(value));
    }

    /** A family's id is its name in code; two of them say that there is none. */
    private String family() {
        String key = "own-model.family." + read.family();
        return scene.words().knows(key) ? scene.say(key) : read.family();
    }

    private String billions(OptionalDouble parameters) {
        return scene.say("unit.billion", Arguments.of("value", scene.figures().billions(parameters.orElse(0))));
    }

    private Html notices() {
        Html list = el("ul", "own-model-notices");
        for (Notice notice : read.notices()) {
            list.add(el("li").text(text(notice)));
        }
        return read.notices().isEmpty() ? el("div")
                : el("div", "notice").add(el("h3").text(scene.say("own-model.notices"))).add(list);
    }

    private String text(Notice notice) {
        return scene.say("checkpoint.notice." + notice.code(), Arguments
                .of("fields", RefusalText.names(notice.fields(), scene))
                .and("parameters", scaled(notice, "parameters"))
                .and("least", scaled(notice, "least"))
                .and("most", scaled(notice, "most"))
                .and("stated", bytes(notice, "statedBytes"))
                .and("computed", bytes(notice, "computedBytes"))
                .and("deviation", scene.words().percent(figure(notice, "deviationFraction"), 1))
                .and("listed", figure(notice, "listed"))
                .and("counted", figure(notice, "computed")));
    }

    private String scaled(Notice notice, String name) {
        return scene.say("unit.billion", Arguments.of("value", scene.words().significant(figure(notice, name) / 1e9, 3)));
    }

    private String bytes(Notice notice, String name) {
        return scene.figures().gibibytes(figure(notice, name));
    }

    private static double figure(Notice notice, String name) {
        return notice.figures().getOrDefault(name, 0.0);
    }
}
