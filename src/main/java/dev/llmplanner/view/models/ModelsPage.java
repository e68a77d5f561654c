package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.widget.AccuracyLink;

/** All models: reference, filters, tiers, table, and what is compared. */
final class ModelsPage {

    private ModelsPage() {}

    static Html of(Scene scene, ModelRows rows, Remembered heads) {
        ModelsState view = scene.state().get(ModelsState.SLOT);
        Shown shown = rows.shown(scene);
        return el("div", "wide models")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("models.title")))
                .add(el("p", "lead").text(scene.say("models.lead")).text(" ")
                        .add(el("a").attr("href", Route.of(Route.Place.OWN_MODEL).href())
                                .text(scene.say("own-model.bring"))))
                .add(new ReferenceFields(scene).fields())
                .add(new FilterBar(scene, rows).of(shown))
                .when(view.arrangement() == Arrangement.TIER, () -> new TierGrid(scene).of(shown.grid()))
                .add(shown.groups().isEmpty() ? nothing(scene, view) : new ModelsTable(scene, rows, heads).of(shown))
                .add(AccuracyLink.of(scene))
                .add(CompareTray.of(scene));
    }

    private static Html nothing(Scene scene, ModelsState view) {
        return el("div", "empty-state").id("no-rows")
                .add(el("p").text(scene.say("models.none")))
                .add(el("button").attr("type", "button").text(scene.say("filter.clear"))
                        .on("click", e -> new ModelsEvent.ChangedAt(
                                view.with(Filters.NONE).withQuery(""), "search")));
    }
}
