package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.models.CompareTray;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.CatalogRecord;
import dev.llmplanner.view.record.RecordFacts;
import dev.llmplanner.view.record.RecordPage;
import dev.llmplanner.view.work.WorkDialog;
import java.util.Optional;

/** One model, from its name to the last of its facts. */
final class ModelPage {
    private final Scene scene;
    private final ModelEntry model;
    private final CatalogRecord record;

    private ModelPage(Scene scene, ModelEntry model, CatalogRecord record) {
        this.scene = scene;
        this.model = model;
        this.record = record;
    }

    static Html of(Scene scene) {
        Route route = scene.state().route();
        Optional<ModelEntry> model = scene.catalog().model(route.id());
        Optional<CatalogRecord> record = CatalogRecord.of(route, scene);
        return model.isPresent() && record.isPresent()
                ? new ModelPage(scene, model.get(), record.get()).page()
                : RecordPage.of(scene);
    }

    private Html page() {
        Question question = ModelState.question(scene.state()).of(model);
        Html page = el("div", "record model")
                .add(el("p", "back").add(el("a").attr("href", Route.of(Route.Place.MODELS).href())
                        .text(scene.say("record.back.models"))))
                .add(new Head(scene, model, record, question).all());
        if (model.architecture().isPresent()) {
            page.add(new Instruments(scene, model, record, model.architecture().get(), question).all());
        } else {
            page.add(el("p", "notice").text(scene.say("record.not-computable")));
        }
        return page.add(new RepositoriesView(scene, model, record).all())
                .add(facts())
                .add(CompareTray.of(scene))
                .add(new WorkDialog(scene).all());
    }

    private Html facts() {
        return el("details", "all-facts").id("facts").flag("open", ModelState.factsOpen(scene.state()))
                .on("toggle", e -> e.open() == ModelState.factsOpen(scene.state())
                        ? null : new ModelState.FactsToggled(e.open()))
                .add(el("summary").add(el("h2").text(scene.say("model.facts"))))
                .add(new RecordFacts(scene, record).all());
    }
}
