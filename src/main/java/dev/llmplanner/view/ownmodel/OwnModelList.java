package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.table.Actions;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.ArrayList;
import java.util.List;

/** The reader's models, each with what can be done with it. */
final class OwnModelList {
    private final Scene scene;

    OwnModelList(Scene scene) {
        this.scene = scene;
    }

    Html all() {
        Html section = el("section", "own-list").key("list").aria("labelledby", "own-list-title")
                .add(el("h2").id("own-list-title").text(scene.say("own-model.list")));
        scene.state().get(OwnModels.REMOVED).ifPresent(last -> section.add(el("p", "notice").attr("role", "status")
                .text(scene.say("own.removed", Arguments.of("name", name(last.record(), last.id()))))
                .text(" ")
                .add(el("button").id("own-undo").attr("type", "button").text(scene.say("own.undo"))
                        .on("click", e -> new OwnModels.Undone()))));
        List<Html> items = new ArrayList<>();
        for (String id : Own.records(scene.state()).of(OwnModels.MODELS).keySet()) {
            scene.catalog().model(id).ifPresent(model -> items.add(item(model)));
        }
        return section.when(!items.isEmpty(), () -> el("ul", "own-records").add(items));
    }

    private Html item(ModelEntry model) {
        String id = model.id();
        return el("li").key(id).id("own-" + id).attr("tabindex", -1).data("id", id)
                .add(el("div").add(el("a").attr("href", new Route(Route.Place.MODEL, id).href()).text(model.name()))
                        .add(el("span", "detail").text(detail(model))))
                .add(el("div", "own-actions")
                        .add(Actions.calculate(OwnModels.MODELS, id, scene))
                        .add(button("model.compare", model.name()).cls("compare-toggle")
                                .aria("pressed", Compared.in(scene.state()).contains(id))
                                .on("click", e -> new Compared.Toggled(id)))
                        .when(scene.state().get(OwnModels.READ).containsKey(id),
                                () -> button("own-model.derivation", model.name())
                                        .on("click", e -> new OwnModels.DerivationWanted(id)))
                        .add(button("own-model.save-one", model.name()).on("click", e -> new OwnModels.FileWanted(id)))
                        .add(button("own.remove-it", model.name()).on("click", e -> new OwnModels.Removal(id))));
    }

    private Html button(String key, String name) {
        return el("button").attr("type", "button").text(scene.say(key)).add(el("span", "unseen").text(" " + name));
    }

    private String detail(ModelEntry model) {
        return scene.say("own-model.detail", Arguments
                .of("total", scene.figures().billions(model.totalParameters().orElse(0)))
                .and("active", scene.figures().billions(model.activeParameters().orElse(0)))
                .and("formats", Formats.recipe(model.nativeRecipe(), scene)));
    }

    private static String name(JsonObject record, String id) {
        return record.get("name").orElse(null) instanceof JsonString text ? text.value() : id;
    }
}
