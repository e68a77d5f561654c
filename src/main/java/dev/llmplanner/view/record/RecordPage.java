package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Actions;
import dev.llmplanner.view.text.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record of the catalog: its facts, then prices and notes, then its sources. Their labels come with the sources. */
public final class RecordPage {
    private static final List<String> SHOWN_APART = List.of("sources", "provenance", "fieldNotes");

    private final Scene scene;
    private final Route route;

    private RecordPage(Scene scene) {
        this.scene = scene;
        this.route = scene.state().route();
    }

    /** The page of the record that the route names. */
    public static Html of(Scene scene) {
        return new RecordPage(scene).page();
    }

    /** The record's name; its id where the catalog has no such record. */
    public static String name(Scene scene) {
        Route route = scene.state().route();
        return CatalogRecord.of(route, scene).map(record -> textOf(record.facts(), "name")).orElse(route.id());
    }

    private Html page() {
        Optional<CatalogRecord> record = CatalogRecord.of(route, scene);
        Html page = el("div", "record").add(el("p", "back").add(el("a")
                .attr("href", Route.of(route.place().section()).href())
                .text(scene.say("record.back." + route.place().section().code()))));
        return record.isPresent()
                ? page.add(known(record.get()))
                : page.add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("record.absent")))
                        .add(el("p").text(scene.say("record.absent.text", Arguments.of("id", route.id()))));
    }

    private List<Html> known(CatalogRecord record) {
        Html head = el("div", "record-head")
                .add(el("h1").id("heading").attr("tabindex", -1).text(textOf(record.facts(), "name")))
                .add(el("p", "muted").add(el("code").text(route.id())))
                .add(el("p").add(Actions.calculate(route.place().collection(), route.id(), scene)));
        String reason = textOf(record.facts(), "notComputable");
        head.when(!reason.isEmpty(), () -> el("p", "notice")
                .text(scene.say("record.not-computable", Arguments.of("reason", reason))));
        Lazy.Status status = DataFile.DETAILS.in(scene.state()).status();
        if (status != Lazy.Status.LOADED) {
            boolean failed = status == Lazy.Status.FAILED;
            return List.of(head, el("p", failed ? "error" : "help")
                    .text(scene.say(failed ? "record.details-failed" : "record.details-loading")));
        }
        Html facts = el("div", "facts-sections")
                .add(new FactsView(scene, record).of(record.facts(), "", "", scene.say("record.facts")));
        return List.of(head, facts, details(record));
    }

    private Html details(CatalogRecord record) {
        Html part = el("div", "facts-sections").attr("role", "group").aria("label", scene.say("record.details"));
        Map<String, Json> shown = new LinkedHashMap<>(record.details().members());
        SHOWN_APART.forEach(shown::remove);
        return part.add(new FactsView(scene, record)
                        .of(new JsonObject(shown), "", "", scene.say("record.notes")))
                .add(absent(record))
                .add(sources(record));
    }

    private Html absent(CatalogRecord record) {
        Map<String, String> notes = record.notesOnAbsent();
        Html section = el("section", "facts-section").key("absent");
        if (notes.isEmpty()) {
            return section;
        }
        section.add(el("h2").text(scene.say("record.absent-facts")));
        Html list = el("dl");
        notes.forEach((pointer, note) ->
                list.add(el("div").key(pointer).add(el("dt").add(el("code").text(pointer))).add(el("dd").text(note))));
        return section.add(list);
    }

    private Html sources(CatalogRecord record) {
        Html list = el("ol", "sources");
        for (int i = 0; i < record.sourceIds().size(); i++) {
            JsonObject source = record.sources().get(record.sourceIds().get(i));
            list.add(source(source, i + 1));
        }
        return el("section", "facts-section").key("sources")
                .add(el("h2").text(scene.say("record.sources")))
                .add(list);
    }

    private Html source(JsonObject source, int number) {
        String ref = textOf(source, "ref");
        String kind = textOf(source, "kind");
        Html item = el("li").key(Integer.toString(number)).id("source-" + number).attr("tabindex", -1)
                .add(el("span").text(textOf(source, "title")))
                .add(el("span", "chip").text(scene.sayOr("source-kind." + kind, "source-kind.other")));
        String date = textOf(source, "date");
        item.when(!date.isEmpty(), () -> el("span", "muted").text(scene.words().date(date)));
        return item.add(ref.startsWith("https://") || ref.startsWith("http://")
                ? el("a", "detail").attr("href", ref).attr("rel", "noopener noreferrer").text(ref)
                : el("code", "detail").text(ref));
    }

    private static String textOf(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonString string ? string.value() : "";
    }
}
