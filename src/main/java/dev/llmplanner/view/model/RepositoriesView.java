package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ModelEntry.Repository;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.CatalogRecord;
import dev.llmplanner.view.record.References;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** Where the model is published: releases, variants, official quantised checkpoints, by role. */
final class RepositoriesView {
    private final Scene scene;
    private final ModelEntry model;
    private final CatalogRecord record;
    private final References references;
    private final Part part;

    RepositoriesView(Scene scene, ModelEntry model, CatalogRecord record) {
        this.scene = scene;
        this.model = model;
        this.record = record;
        this.references = new References(scene, record, ModelState.SourceWanted::new);
        this.part = new Part(scene);
    }

    Html all() {
        Html section = part.section("repositories");
        if (model.repositories().isEmpty()) {
            return section.add(el("p", "empty").text(scene.say("model.no-repositories")));
        }
        Html body = el("tbody");
        for (int i = 0; i < model.repositories().size(); i++) {
            body.add(row(model.repositories().get(i), i));
        }
        return section.add(part.table(scene.say("model.repositories"), List.of(
                part.head("model.repository"), part.head("fact.role"), part.head("fact.format"), part.head("fact.note"),
                part.head("fact-head.source")), body));
    }

    private Html row(Repository repository, int place) {
        String context = repository.maxContextTokens().isPresent()
                ? scene.figures().tokens(repository.maxContextTokens().getAsInt()) : "";
        return el("tr").key(repository.name())
                .add(el("th").attr("scope", "row").add(el("code").text(repository.name()))
                        .add(el("button", "copy").attr("type", "button")
                                .aria("label", scene.say("model.copy-name", Arguments.of("name", repository.name())))
                                .text(scene.say("work.copy"))
                                .on("click", e -> new ModelState.NameCopied(repository.name()))))
                .add(el("td").text(scene.say("value.role." + repository.role())))
                .add(el("td").text(repository.format().map(this::format).orElse("")))
                .add(el("td").add(el("span", "detail").attr("lang", "en").text(note(place)))
                        .when(!context.isEmpty(), () -> el("span", "detail").text(context)))
                .add(el("td", "refs").add(references.to("/repositories/" + place)));
    }

    private String format(String code) {
        String key = "format." + code;
        return scene.words().knows(key) ? scene.say(key) : code;
    }

    /** The record's remark, which stands in the language of the catalog. */
    private String note(int place) {
        return record.facts().get("repositories").orElse(null) instanceof JsonArray all
                        && all.items().get(place) instanceof JsonObject one
                        && one.get("note").orElse(null) instanceof JsonString note
                ? note.value()
                : "";
    }
}
