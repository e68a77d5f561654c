package dev.llmplanner.view.model;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.CatalogRecord;
import java.util.ArrayList;
import java.util.List;

/** The parts of the page that are computed from the model's architecture. */
final class Instruments {
    private final Scene scene;
    private final ModelEntry model;
    private final CatalogRecord record;
    private final Architecture architecture;
    private final Question question;

    Instruments(
            Scene scene, ModelEntry model, CatalogRecord record, Architecture architecture, Question question) {
        this.scene = scene;
        this.model = model;
        this.record = record;
        this.architecture = architecture;
        this.question = question;
    }

    List<Html> all() {
        Passes.Answer answer = Passes.of(model, question, scene.resources().planner());
        List<Html> parts = new ArrayList<>();
        parts.add(new ArchitectureView(scene, architecture, pattern()).all());
        parts.add(new ParametersView(scene, architecture).all());
        parts.add(new TermsView(scene, model, question).all());
        parts.add(new TrafficView(scene, question, answer).all());
        parts.add(new RooflineView(scene, question, answer).all());
        parts.add(new KvView(scene, model, question, answer).all());
        parts.add(new FormatsView(scene, model).all());
        return parts;
    }

    private String pattern() {
        return record.facts().get("architecture").orElse(null) instanceof JsonObject layers
                        && layers.get("layerPattern").orElse(null) instanceof JsonString text
                ? text.value()
                : "";
    }
}
