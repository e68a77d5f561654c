package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.widget.Placeholder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All facts of a record, then prices and notes, then its sources. Their labels come with the sources. */
public final class RecordFacts {
    private static final List<String> SHOWN_APART = List.of("sources", "provenance", "fieldNotes");

    private final Scene scene;
    private final CatalogRecord record;

    public RecordFacts(Scene scene, CatalogRecord record) {
        this.scene = scene;
        this.record = record;
    }

    /** Everything that the record states; how far the loading is until then. */
    public List<Html> all() {
        Lazy.Status status = DataFile.DETAILS.in(scene.state()).status();
        if (status != Lazy.Status.LOADED) {
            return List.of(Placeholder.of(status, scene.say("record.details-failed"), scene.say("record.details-loading")));
        }
        Html facts = el("div", "facts-sections")
                .add(new FactsView(scene, record).of(record.facts(), "", "", scene.say("record.facts")));
        return List.of(facts, details());
    }

    private Html details() {
        Html part = el("div", "facts-sections").attr("role", "group").aria("label", scene.say("record.details"));
        Map<String, Json> shown = new LinkedHashMap<>(record.details().members());
        SHOWN_APART.forEach(shown::remove);
        return part.add(new FactsView(scene, record)
                        .of(new JsonObject(shown), "", "", scene.say("record.notes")))
                .add(absent())
                .add(sources());
    }

    private Html absent() {
        Map<String, String> notes = record.notesOnAbsent();
        Html section = el("section", "facts-section").key("absent");
        if (notes.isEmpty()) {
            return section;
        }
        section.add(el("h2").text(scene.say("record.absent-facts")));
        Html list = el("dl");
        notes.forEach((pointer, note) ->
                list.add(el("div").key(pointer).add(el("dt").add(el("code").text(pointer))).add(el("dd").attr("lang", "en").text(note))));
        return section.add(list);
    }

    private Html sources() {
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
        Html item = el("li").key(Integer.toString(number)).id(References.id(number)).attr("tabindex", -1)
                .add(el("span").attr("lang", "en").text(textOf(source, "title")))
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
