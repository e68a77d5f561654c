package dev.llmplanner.view.form;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a form, each with its label, its help and what is wrong with it. */
public final class FormView {
    private final Scene scene;
    private final Entries entries;
    private final Function<Entries, Event> event;

    /**
     * A form's fields.
     *
     * @param event that a change makes
     */
    public FormView(Scene scene, Entries entries, Function<Entries, Event> event) {
        this.scene = scene;
        this.entries = entries;
        this.event = event;
    }

    /** A number or a text; {@code label} and {@code help} are keys, no help is blank. */
    public Html input(Entry entry, String label, String help) {
        return explained(entry, label, help.isEmpty() ? "" : scene.say(help));
    }

    /** The same with the help in words. */
    public Html explained(Entry entry, String label, String help) {
        Optional<Problem> problem = entries.problem(entry, scene.words());
        String id = id(entry);
        String described = problem.isPresent() ? id + "-problem" : help.isEmpty() ? "" : id + "-help";
        Html input = el("input").id(id).attr("type", entry.isNumber() ? "text" : "search").attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("value", entries.text(entry))
                .on("input", e -> event.apply(entries.with(entry, e.value())));
        if (entry.isNumber()) {
            input.attr("inputmode", entry.kind() == Entry.Kind.COUNT ? "numeric" : "decimal")
                    .aria("invalid", problem.isPresent());
        }
        if (!described.isEmpty()) {
            input.aria("describedby", described);
        }
        return el("div", "field").key(entry.name()).cls("wrong", problem.isPresent())
                .add(el("label", "label").attr("for", id).text(scene.say(label)))
                .add(input)
                .when(problem.isEmpty() && !help.isEmpty(), () -> el("p", "help").id(id + "-help").text(help))
                .when(problem.isPresent(), () -> el("p", "error").id(id + "-problem").text(text(entry, problem.get())));
    }

    private String text(Entry entry, Problem problem) {
        boolean listed = scene.words().knows("problem." + problem.code());
        String key = listed ? "problem." + problem.code()
                : entry.kind() == Entry.Kind.COUNT ? "problem.between-whole" : "problem.between";
        return scene.say(key, Arguments.of("text", problem.text())
                .and("low", scene.words().number(entry.least(), 3))
                .and("high", scene.words().number(entry.most(), 3)));
    }

    /** One of some words: the texts that people read, by word. */
    public Html select(Entry entry, String label, Map<String, String> options) {
        List<Html> elements = new ArrayList<>();
        options.forEach((value, text) -> elements.add(option(entry, value, text)));
        return select(entry, label, elements);
    }

    private Html select(Entry entry, String label, List<Html> options) {
        return el("div", "field").key(entry.name())
                .add(el("label", "label").attr("for", id(entry)).text(scene.say(label)))
                .add(el("select").id(id(entry)).on("change", e -> event.apply(entries.with(entry, e.value())))
                        .add(options));
    }

    private Html option(Entry entry, String value, String text) {
        return el("option").key(value.isEmpty() ? "none" : value).attr("value", value)
                .flag("selected", value.equals(entries.text(entry))).text(text);
    }

    /** One of the catalog's accelerators, by vendor. */
    public Html accelerators(Entry entry, String label) {
        Map<String, Html> vendors = new LinkedHashMap<>();
        for (AcceleratorEntry each : scene.catalog().accelerators()) {
            group(vendors, each.vendor()).add(option(entry, each.id(), each.name()));
        }
        return select(entry, label, List.copyOf(vendors.values()));
    }

    /** One of the catalog's servers, by vendor. */
    public Html servers(Entry entry, String label) {
        Map<String, Html> vendors = new LinkedHashMap<>();
        for (ServerEntry each : scene.catalog().servers()) {
            group(vendors, each.vendor()).add(option(entry, each.id(), each.name()));
        }
        return select(entry, label, List.copyOf(vendors.values()));
    }

    private Html group(Map<String, Html> vendors, String vendor) {
        return vendors.computeIfAbsent(vendor, id -> el("optgroup").key(id).attr("label", scene.vendor(id)));
    }

    /** One of the catalog's fabrics, or none. */
    public Html fabrics(Entry entry, String label) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("none", scene.say("field.fabric.none"));
        for (FabricEntry each : scene.catalog().fabrics()) {
            options.put(each.id(), each.name());
        }
        return select(entry, label, options);
    }

    /** The words of a choice with the texts that the Calculator has for them. */
    public Map<String, String> worded(List<String> words, String prefix, String none) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : words) {
            options.put(word, scene.say(word.isEmpty() ? none : prefix + word));
        }
        return options;
    }

    private static String id(Entry entry) {
        return "entry-" + entry.name();
    }
}
