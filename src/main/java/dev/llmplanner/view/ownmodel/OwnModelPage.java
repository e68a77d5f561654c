package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.models.CompareTray;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.OwnFileView;
import dev.llmplanner.view.own.OwnKind;
import dev.llmplanner.view.own.RefusalText;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.FileField;
import java.util.Optional;

/** Where files go in, what the last ones were read as, and the models that there are. */
final class OwnModelPage {
    private final Scene scene;
    private final Draft draft;

    OwnModelPage(Scene scene) {
        this.scene = scene;
        this.draft = scene.state().get(OwnModels.DRAFT);
    }

    Html page() {
        boolean any = !Own.records(scene.state()).only(OwnKind.MODELS).isEmpty()
                || scene.state().get(OwnModels.REMOVED).isPresent();
        return el("div", "wide own own-model").cls("is-over", scene.state().get(OwnModels.DRAGGING))
                .onInstead("dragover", e -> new OwnModels.Dragged(true))
                .on("dragleave", e -> new OwnModels.Dragged(false))
                .onInstead("drop", e -> e.files().isEmpty() ? null : new OwnModels.Given(e.files()))
                .add(el("p", "back").add(el("a").attr("href", Route.of(Route.Place.MODELS).href())
                        .text(scene.say("record.back.models"))))
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("own-model.title")))
                .add(el("p", "lead").text(scene.say("own-model.lead")))
                .add(input())
                .when(any, () -> new OwnModelList(scene).all())
                .when(any, () -> OwnFileView.of(OwnKind.MODELS, scene))
                .when(draft.model().isPresent(), () -> new ResultView(scene, draft).all())
                .when(!any, () -> OwnFileView.of(OwnKind.MODELS, scene))
                .add(CompareTray.of(scene));
    }

    private Html input() {
        Optional<Intake.Wrong> wrong = scene.state().get(OwnModels.WRONG);
        Html inputs = el("div", "own-model-inputs").add(files()).add(paste(wrong));
        return el("section", "own-model-input").key("input").aria("label", scene.say("own-model.input"))
                .add(inputs)
                .add(el("div").id("own-model-wrong").attr("role", "status").add(wrong.map(this::refusal).stream().toList()));
    }

    private Html files() {
        return el("div", "drop")
                .add(el("p").add(el("strong").text(scene.say("own-model.drop"))))
                .add(el("p", "own-actions")
                        .add(FileField.of("own-model-files", scene.say("own-model.choose"), el("input")
                                .flag("multiple", true)
                                .attr("accept", ".json,.gguf,application/json")
                                .aria("describedby", "own-model-what")
                                .on("change", e -> e.files().isEmpty() ? null : new OwnModels.Given(e.files())))))
                .add(el("p", "help").id("own-model-what").text(scene.say("own-model.what")));
    }

    private Html paste(Optional<Intake.Wrong> wrong) {
        boolean pasted = wrong.filter(last -> last.file().isEmpty()).isPresent();
        return el("form", "paste").onInstead("submit", e -> new OwnModels.PastedRead())
                .add(el("label").attr("for", "own-model-text").text(scene.say("own-model.paste")))
                .add(el("textarea").id("own-model-text").attr("rows", 6).attr("spellcheck", "false")
                        .attr("autocomplete", "off").attr("value", scene.state().get(OwnModels.PASTED))
                        .aria("invalid", pasted).aria("describedby", "own-model-wrong")
                        .on("input", e -> new OwnModels.Pasted(e.value())))
                .add(el("div", "own-actions").add(el("button").id("own-model-read").attr("type", "submit")
                        .flag("disabled", scene.state().get(OwnModels.PASTED).isBlank())
                        .text(scene.say("own-model.read"))));
    }

    private Html refusal(Intake.Wrong wrong) {
        String lead = wrong.file().isEmpty() ? scene.say("own-model.text-refused")
                : scene.say("own-model.file-refused", Arguments.of("file", wrong.file()));
        return el("p", "error").text(lead).text(" ").text(RefusalText.of(wrong.refused(), scene));
    }
}
