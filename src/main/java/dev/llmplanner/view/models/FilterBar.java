package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;

/** Search, arrangement and filters above the table. */
final class FilterBar {
    private final Scene scene;
    private final ModelsState view;
    private final ModelRows rows;

    FilterBar(Scene scene, ModelRows rows) {
        this.scene = scene;
        this.view = scene.state().get(ModelsState.SLOT);
        this.rows = rows;
    }

    Html of(Shown shown) {
        return el("div", "filter-bar")
                .add(search())
                .add(arrangements())
                .add(el("button", "filters-toggle").id("filters-toggle").attr("type", "button")
                        .aria("expanded", view.filtering()).aria("controls", "filters")
                        .text(scene.say("filter.toggle", Arguments.of("count", count())))
                        .on("click", e -> new ModelsEvent.Changed(view.withFiltering(!view.filtering()))))
                .add(columns())
                .add(el("p", "help").id("search-help").text(scene.say("models.search-help")))
                .add(el("div", "filters").id("filters").flag("hidden", !view.filtering())
                        .when(view.filtering(), () -> facets(shown.counts())))
                .add(status(shown));
    }

    private Html search() {
        return el("div", "search").attr("role", "search")
                .add(el("label").attr("for", "search").text(scene.say("search.models")))
                .add(el("input").id("search").attr("type", "search").attr("autocomplete", "off")
                        .attr("spellcheck", "false").aria("describedby", "search-help")
                        .attr("value", view.query())
                        .on("input", e -> new ModelsEvent.Searched(e.value()))
                        .onInstead("keydown", e -> e.key().equals("ArrowDown")
                                ? new ModelsEvent.FirstRowWanted(rows) : null));
    }

    private Html arrangements() {
        Html group = el("div", "field").attr("role", "group").aria("labelledby", "arrangement-label")
                .add(el("span", "label").id("arrangement-label").text(scene.say("models.arrangement")));
        Html buttons = el("div", "presets");
        for (Arrangement arrangement : Arrangement.ALL) {
            buttons.add(pressed("models.by." + arrangement.code(), view.arrangement() == arrangement)
                    .id("arrangement-" + arrangement.code()).key(arrangement.code())
                    .on("click", e -> new ModelsEvent.Changed(view.with(arrangement))));
        }
        return group.add(buttons);
    }

    private Html columns() {
        Html group = el("div", "field columns").attr("role", "group").aria("labelledby", "columns-label")
                .add(el("span", "label").id("columns-label").text(scene.say("models.columns")));
        Html buttons = el("div", "presets");
        for (ColumnGroup column : ColumnGroup.ALL) {
            boolean hidden = view.hidden().contains(column);
            List<ColumnGroup> next = ColumnGroup.ALL.stream()
                    .filter(other -> view.hidden().contains(other) != (other == column)).toList();
            buttons.add(pressed("models.columns." + column.code(), !hidden).key(column.code())
                    .on("click", e -> new ModelsEvent.Changed(view.withHidden(next))));
        }
        return group.add(buttons);
    }

    private Html pressed(String key, boolean on) {
        return el("button", "preset").attr("type", "button").aria("pressed", on).text(scene.say(key));
    }

    private Html facets(Map<Facet, Map<String, Integer>> counts) {
        Html list = el("div", "facets");
        for (Facet facet : Facet.ALL) {
            list.add(facet(facet, counts.get(facet)));
        }
        return list;
    }

    private Html facet(Facet facet, Map<String, Integer> counts) {
        String label = "facet-" + facet.code();
        Html values = el("div", "presets");
        for (String value : facet.values(scene.state(), scene.resources())) {
            int count = counts.getOrDefault(value, 0);
            boolean chosen = view.filters().has(facet, value);
            if (count > 0 || chosen) {
                values.add(el("button", "preset").key(value).attr("type", "button").aria("pressed", chosen)
                        .text(scene.say("filter.value", Arguments.of("value", facet.label(value, scene))
                                .and("count", count)))
                        .on("click", e -> new ModelsEvent.Changed(view.with(view.filters().toggled(facet, value)))));
            }
        }
        return el("div", "facet").key(facet.code()).attr("role", "group").aria("labelledby", label)
                .add(el("span", "label").id(label).text(scene.say("filter." + facet.code())))
                .add(values);
    }

    private int count() {
        int count = 0;
        for (List<String> values : view.filters().chosen().values()) {
            count += values.size();
        }
        return count;
    }

    /** How many rows there are, and what keeps the others away, each with a button that takes it away. */
    private Html status(Shown shown) {
        Html chosen = el("div", "chosen");
        view.filters().chosen().forEach((facet, values) -> values.forEach(value -> chosen.add(
                removal(facet.code() + "-" + value,
                        scene.say("filter.chosen", Arguments.of("facet", scene.say("filter." + facet.code()))
                                .and("value", facet.label(value, scene))),
                        view.with(view.filters().toggled(facet, value))))));
        if (!view.query().isEmpty()) {
            chosen.add(removal("query", scene.say("filter.query", Arguments.of("query", view.query())), view.withQuery("")));
        }
        boolean several = count() + (view.query().isEmpty() ? 0 : 1) > 1;
        chosen.when(several, () -> el("button").key("all").id("filters-clear").attr("type", "button")
                .text(scene.say("filter.clear"))
                .on("click", e -> new ModelsEvent.ChangedAt(view.with(Filters.NONE).withQuery(""), "search")));
        return el("div", "filter-status")
                .add(el("p", "help").attr("role", "status").text(scene.say("models.count",
                        Arguments.of("shown", shown.count()).and("all", shown.all()))))
                .add(chosen)
                .add(el("p", "help computing").attr("role", "status").text(
                        Screened.in(scene.state()).isDone() ? "" : scene.say("models.computing")));
    }

    private Html removal(String key, String text, ModelsState without) {
        return el("button", "chip-button").key(key).attr("type", "button")
                .aria("label", scene.say("filter.remove", Arguments.of("filter", text)))
                .text(text).add(el("span", "icon").aria("hidden", true).text("\u2715"))
                .on("click", e -> new ModelsEvent.ChangedAt(without, "search"));
    }
}
