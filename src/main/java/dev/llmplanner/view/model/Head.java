package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.CatalogRecord;
import dev.llmplanner.view.record.References;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Name, what one wants to know first, each with its sources, and the way into the Calculator. */
final class Head {
    private final Scene scene;
    private final ModelEntry model;
    private final Question question;
    private final References references;

    Head(Scene scene, ModelEntry model, CatalogRecord record, Question question) {
        this.scene = scene;
        this.model = model;
        this.question = question;
        this.references = new References(scene, record, ModelState.SourceWanted::new);
    }

    Html all() {
        return el("div", "record-head")
                .add(el("h1").id("heading").attr("tabindex", -1).text(model.name()))
                .add(el("p", "muted").text(vendor()).text(" · ").add(el("code").text(model.id())))
                .add(el("p", "head-actions").add(el("a", "go")
                        .attr("href", "#" + Address.of(scene.state(), scenario()))
                        .text(scene.say("action.calculate"))
                        .add(el("span", "unseen").text(scene.say("action.calculate-with", Arguments.of("id", model.id())))))
                        .add(compare()))
                .add(el("dl", "facts model-facts")
                        .add(fact("total", billions(model.totalParameters()), "/totalParametersBillion"))
                        .add(fact("active", billions(model.activeParameters()), "/activeParametersBillion"))
                        .add(fact("context", context(), "/maxContextTokens"))
                        .add(fact("licence", licence(), "/licence"))
                        .add(fact("released", released(), "/released"))
                        .add(fact("modality", list(model.modalities()), "/modalities"))
                        .add(fact("native", Formats.recipe(model.nativeRecipe(), scene), "/native")));
    }

    private Html compare() {
        boolean compared = Compared.in(scene.state()).contains(model.id());
        return el("button", "compare-toggle").key("compare").attr("type", "button").aria("pressed", compared)
                .text(scene.say("model.compare"))
                .on("click", e -> new Compared.Toggled(model.id()));
    }

    /** In both languages, where they differ: readers search for either. */
    private String vendor() {
        Vendor vendor = scene.catalog().vendor(model.vendor());
        return vendor.englishName().equals(vendor.chineseName())
                ? vendor.englishName()
                : scene.say("model.vendor", Arguments.of("name", scene.vendor(model.vendor()))
                        .and("other", scene.words().language().equals("en") ? vendor.chineseName() : vendor.englishName()));
    }

    /** The Calculator's scenario under this page's terms, with the fewest GPUs that fit. */
    private Scenario scenario() {
        return scene.state().scenario().with(Field.MODEL, model.id())
                .with(Field.WEIGHTS, question.weights())
                .with(Field.HARDWARE, Choices.BY_ACCELERATOR)
                .with(Field.ACCELERATOR, question.accelerator())
                .with(Field.LAYOUT, Choices.AUTO)
                .with(Field.GPUS, "");
    }

    private Html fact(String name, String value, String pointer) {
        List<Html> sources = references.to(pointer);
        return el("div").key(name)
                .add(el("dt").text(scene.say("model-fact." + name)))
                .add(el("dd", "value").text(value))
                .when(!sources.isEmpty(), () -> el("dd", "refs").add(sources));
    }

    private String billions(OptionalDouble parameters) {
        return parameters.isPresent()
                ? scene.say("unit.billion", Arguments.of("value", scene.figures().billions(parameters.getAsDouble())))
                : scene.say("not-published");
    }

    private String context() {
        return model.maxContextTokens().isPresent()
                ? scene.figures().tokens(model.maxContextTokens().getAsInt())
                : scene.say("not-published");
    }

    private String licence() {
        Optional<Boolean> commercial = model.licence().commercialUse();
        String use = scene.say(commercial.isEmpty() ? "licence.unknown"
                : commercial.get() ? "licence.commercial" : "licence.restricted");
        return scene.say("model.licence", Arguments
                .of("name", model.licence().name().orElse(scene.say("not-published"))).and("use", use));
    }

    private String released() {
        return model.released().map(scene.words()::date).orElse(scene.say("not-published"));
    }

    private String list(List<String> codes) {
        String text = "";
        for (String code : codes) {
            String name = scene.say("modality." + code);
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text;
    }
}
