package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.table.Lines;
import dev.llmplanner.view.table.Tables;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filters of one table: a list for each facet with the values that occur; all of them stand in the link. */
final class HardwareFilters {
    private static final Map<String, String> NONE = Map.of();

    private final String table;
    private final Scene scene;
    private final Lines drawn;

    HardwareFilters(String table, Scene scene, Lines drawn) {
        this.table = table;
        this.scene = scene;
        this.drawn = drawn;
    }

    /** A filter takes another value; blank for any. */
    record Chosen(String table, String facet, String value, int records) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Tables.filtered(state.with(slot(table), with(state.get(slot(table)), facet, value)), records);
        }
    }

    /** No filter is left. */
    record Cleared(String table, int records) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Tables.filtered(state.with(slot(table), NONE), records);
        }
    }

    private static Slot<Map<String, String>> slot(String table) {
        return Slot.input("hardware-filters-" + table, NONE);
    }

    private static Map<String, String> with(Map<String, String> filters, String facet, String value) {
        Map<String, String> next = new LinkedHashMap<>(filters);
        if (value.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, value);
        }
        return next;
    }

    /** What stands in the link, in the order of the facets. */
    static Map<String, String> link(String table, List<String> facets, State state) {
        Map<String, String> filters = state.get(slot(table));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String facet : facets) {
            if (filters.containsKey(facet)) {
                texts.put(facet, filters.get(facet));
            }
        }
        return texts;
    }

    /** Takes the filters of that table out of a link. */
    static State opened(String table, List<String> facets, Map<String, String> texts, State state) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String facet : facets) {
            String value = texts.remove(facet);
            if (value != null && !value.isEmpty()) {
                filters.put(facet, value);
            }
        }
        return state.with(slot(table), filters.isEmpty() ? NONE : filters);
    }

    /** The records that all filters leave. */
    List<Faceted> left(List<Faceted> all) {
        return left(all, "");
    }

    private List<Faceted> left(List<Faceted> all, String except) {
        List<Faceted> left = new ArrayList<>();
        for (Faceted record : all) {
            boolean passes = true;
            for (Map.Entry<String, String> filter : scene.state().get(slot(table)).entrySet()) {
                passes &= filter.getKey().equals(except) || record.has(filter.getKey(), filter.getValue());
            }
            if (passes) {
                left.add(record);
            }
        }
        return left;
    }

    /** A list for each facet: how many records each value would leave beside the other filters. */
    Html bar(List<String> facets, List<Faceted> all) {
        Map<String, String> chosen = scene.state().get(slot(table));
        Html bar = el("div", "hardware-filters").attr("role", "group").aria("label", scene.say("hardware.filters"));
        for (String facet : facets) {
            String id = "filter-" + facet;
            bar.add(drawn.line(table + "/" + id, List.of(all, chosen, scene.words()), () -> el("div", "field").key(facet)
                    .add(el("label", "label").attr("for", id).text(scene.say("hardware.facet." + facet)))
                    .add(list(facet, chosen.getOrDefault(facet, ""), all).id(id))));
        }
        return chosen.isEmpty() ? bar : bar.add(el("button").attr("type", "button")
                .text(scene.say("filter.clear")).on("click", e -> new Cleared(table, all.size())));
    }

    private Html list(String facet, String chosen, List<Faceted> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Faceted record : all) {
            record.labels(facet).forEach((value, label) -> {
                labels.put(value, label);
                counts.putIfAbsent(value, 0);
            });
        }
        for (Faceted record : left(all, facet)) {
            record.labels(facet).keySet().forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        List<String> values = new ArrayList<>(labels.keySet());
        if (!facet.equals("memory") && !facet.equals("confidence")) {
            values.sort((a, b) -> labels.get(a).toLowerCase().compareTo(labels.get(b).toLowerCase()));
        }
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            values.add(chosen);
        }
        Html select = el("select").on("change", e -> new Chosen(table, facet, e.value(), all.size()))
                .add(el("option").key("").attr("value", "").flag("selected", chosen.isEmpty())
                        .text(scene.say("hardware.any")));
        for (String value : values) {
            select.add(el("option").key(value).attr("value", value).flag("selected", value.equals(chosen))
                    .text(scene.say("filter.value", Arguments.of("value", labels.getOrDefault(value, value))
                            .and("count", counts.getOrDefault(value, 0)))));
        }
        return select;
    }
}
