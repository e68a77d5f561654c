package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.record.CatalogRecord;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of the catalog that a guide quotes: each with its source at hand, and all of them at the end. */
final class Sources {
    private final Scene scene;

    /** Titles by record: a title stands once, whatever number of facts it backs. */
    private final Map<RecordValue, List<String>> cited = new LinkedHashMap<>();
    private int count;

    Sources(Scene scene) {
        this.scene = scene;
    }

    /** The fact as words; its source stands in the list alone. */
    Html cited(RecordValue fact, String shown) {
        cite(fact);
        return el("span", "live words").text(shown);
    }

    private List<String> cite(RecordValue fact) {
        List<String> titles = titles(fact);
        List<String> all = cited.computeIfAbsent(new RecordValue(fact.route(), ""), key -> new ArrayList<>());
        titles.stream().filter(title -> !all.contains(title)).forEach(all::add);
        return titles;
    }

    /** The fact as a link to its record, with its source in a note that shows while it is pointed at or has the focus. */
    Html quoted(RecordValue fact, String shown) {
        List<String> titles = cite(fact);
        Html link = el("a", "live sourced").attr("href", fact.route().href()).text(shown);
        if (titles.isEmpty()) {
            return link;
        }
        String id = "source-note-" + ++count;
        String text = scene.say("guide.source", Arguments.of("record", fact.name(scene)).and("source", titles.get(0)));
        return el("span", "sourced-figure").add(link.aria("describedby", id))
                .add(el("span", "source-note").id(id).attr("role", "tooltip").text(text));
    }

    private List<String> titles(RecordValue fact) {
        Optional<CatalogRecord> record = CatalogRecord.of(fact.route(), scene);
        List<String> titles = new ArrayList<>();
        if (record.isPresent()) {
            for (String id : record.get().sourcesOf(fact.pointer())) {
                JsonObject source = record.get().sources().get(id);
                if (source != null && source.get("title").orElse(null) instanceof JsonString title) {
                    titles.add(title.value());
                }
            }
        }
        return titles;
    }

    /** Every record that was quoted, with the titles of what backs it; empty where none was. */
    Optional<Html> list() {
        if (cited.isEmpty()) {
            return Optional.empty();
        }
        Html list = el("ul");
        cited.forEach((record, titles) -> list.add(el("li").key(record.route().path())
                .add(el("a").attr("href", record.route().href()).text(record.name(scene)))
                .when(!titles.isEmpty(), () -> el("span", "detail").text(joined(titles)))));
        return Optional.of(el("section", "guide-sources").aria("labelledby", "guide-sources")
                .add(el("h2").id("guide-sources").attr("tabindex", -1).text(scene.say("guide.sources")))
                .add(list));
    }

    private String joined(List<String> titles) {
        String text = "";
        for (String title : titles) {
            text = text.isEmpty() ? title
                    : scene.say("guide.pair", Arguments.of("first", text).and("second", title));
        }
        return text;
    }
}
