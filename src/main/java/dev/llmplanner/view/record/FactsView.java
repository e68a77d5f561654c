package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts of a record as tables: a row for each plain fact, a table for each list, with a column of sources. */
final class FactsView {
    private final Scene scene;
    private final CatalogRecord record;
    private final References references;
    private final FactText texts;

    FactsView(Scene scene, CatalogRecord record) {
        this.scene = scene;
        this.record = record;
        this.references = new References(scene, record, number -> new Event.Wanted(References.id(number)));
        this.texts = new FactText(scene);
    }

    /** Everything in that object, whose JSON pointer and key are given; both blank for the record itself. */
    List<Html> of(JsonObject object, String pointer, String name, String title) {
        List<Html> parts = new ArrayList<>();
        Html rows = el("tbody");
        List<Html> below = new ArrayList<>();
        int plain = 0;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String key = member.getKey();
            String at = pointer + "/" + key;
            if (member.getValue() instanceof JsonObject group) {
                below.addAll(of(group, at, key,
                        name.isEmpty() ? texts.label(key) : texts.label(name, key)));
            } else if (isTable(member.getValue())) {
                below.add(table((JsonArray) member.getValue(), at, key));
            } else {
                rows.add(row(name, key, at, member.getValue(), object));
                plain++;
            }
        }
        if (plain > 0) {
            parts.add(section(title, el("table", "facts-table").add(head()).add(rows)));
        }
        parts.addAll(below);
        return parts;
    }

    private Html section(String title, Html table) {
        return el("section", "facts-section").key(title)
                .add(el("h2").text(title))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", title).add(table));
    }

    private Html head() {
        return el("thead").add(el("tr").each(List.of("fact-head.fact", "fact-head.value", "fact-head.source"),
                key -> el("th").key(key).attr("scope", "col").text(scene.say(key))));
    }

    private Html row(String parent, String key, String pointer, Json value, JsonObject holder) {
        Html row = el("tr").key(key)
                .add(el("th").attr("scope", "row").text(texts.label(key)));
        Html cell = el("td").add(texts.value(parent, key, value, holder));
        record.noteOn(pointer).ifPresent(note -> cell.add(el("span", "detail").text(note)));
        return row.add(cell).add(el("td", "refs").add(references.to(pointer)));
    }

    private static boolean isTable(Json value) {
        return value instanceof JsonArray array
                && !array.items().isEmpty()
                && array.items().get(0) instanceof JsonObject;
    }

    private Html table(JsonArray items, String pointer, String name) {
        List<List<String>> columns = new ArrayList<>();
        for (Json item : items.items()) {
            collect((JsonObject) item, List.of(), columns);
        }
        Html head = el("tr").each(columns, path -> el("th").key(String.join(".", path)).attr("scope", "col")
                .text(path.size() == 1 ? texts.label(path.get(0)) : texts.label(path.get(0), path.get(1))));
        Html body = el("tbody");
        for (int i = 0; i < items.items().size(); i++) {
            JsonObject item = (JsonObject) items.items().get(i);
            String at = pointer + "/" + i;
            Html row = el("tr").key(at);
            for (List<String> path : columns) {
                row.add(cell(name, item, path));
            }
            List<String> sources = item.get("source").orElse(null) instanceof JsonString own
                    ? List.of(own.value())
                    : record.sourcesOf(at);
            body.add(row.add(el("td", "refs").add(references.of(sources))));
        }
        return section(texts.label(name), el("table", "facts-table list")
                .add(el("thead").add(head.add(el("th").attr("scope", "col").text(scene.say("fact-head.source")))))
                .add(body));
    }

    private Html cell(String name, JsonObject item, List<String> path) {
        JsonObject holder = item;
        if (path.size() > 1) {
            if (!(item.get(path.get(0)).orElse(null) instanceof JsonObject nested)) {
                return el("td");
            }
            holder = nested;
        }
        String key = path.get(path.size() - 1);
        Json value = holder.get(key).orElse(null);
        return value == null ? el("td") : el("td").add(texts.value(name, key, value, holder));
    }

    /** The columns that the items need, in the order in which they appear; a nested object gives one for each member. */
    private static void collect(JsonObject item, List<String> path, List<List<String>> columns) {
        for (Map.Entry<String, Json> member : item.members().entrySet()) {
            List<String> next = new ArrayList<>(path);
            next.add(member.getKey());
            if (member.getValue() instanceof JsonObject nested && path.isEmpty()) {
                collect(nested, next, columns);
            } else if (!next.equals(List.of("source")) && !columns.contains(next)) {
                columns.add(next);
            }
        }
    }
}
