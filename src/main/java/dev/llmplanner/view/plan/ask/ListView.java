package dev.llmplanner.view.plan.ask;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Several choices of one kind: what is chosen, each with a button that takes it away, and a list to add from. */
final class ListView {
    private final Scene scene;
    private final Entries entries;
    private final Function<Entries, Event> event;

    ListView(Scene scene, Entries entries, Function<Entries, Event> event) {
        this.scene = scene;
        this.entries = entries;
        this.event = event;
    }

    Html of(Entry entry) {
        List<String> chosen = Several.of(entries, entry);
        String id = "entry-" + entry.name();
        Html field = el("div", "field several").key(entry.name()).cls("wrong", needed(entry, chosen))
                .add(el("label", "label").attr("for", id).text(scene.say("plan-field." + entry.name())));
        Html buttons = el("div", "presets");
        for (String value : chosen) {
            String name = name(entry, value);
            buttons.add(el("button", "chip-button").key(value).attr("type", "button")
                    .aria("label", scene.say("filter.remove", Arguments.of("filter", name)))
                    .text(name).add(el("span", "icon").aria("hidden", true).text("\u2715"))
                    .on("click", e -> new Removed(event.apply(Several.without(entries, entry, value)), id)));
        }
        field.when(!chosen.isEmpty(), () -> buttons);
        field.add(el("select").id(id).attr("value", "").on("change", e -> e.value().isEmpty()
                        ? new Event.Nothing() : event.apply(Several.with(entries, entry, e.value())))
                .add(el("option").key("none").attr("value", "").flag("selected", true)
                        .text(scene.say(chosen.isEmpty() ? "plan-any." + entry.name() : "plan.add")))
                .add(options(entry, chosen)));
        return needed(entry, chosen) ? field.add(el("p", "error").text(scene.say("plan.no-model"))) : field;
    }

    private static boolean needed(Entry entry, List<String> chosen) {
        return entry.equals(PlanEntries.MODELS) && chosen.isEmpty();
    }

    private List<Html> options(Entry entry, List<String> chosen) {
        Map<String, Html> groups = new LinkedHashMap<>();
        for (String value : PlanEntries.choices(entry, scene.catalog())) {
            Html option = el("option").key(value).attr("value", value).flag("selected", false)
                    .flag("disabled", chosen.contains(value)).text(name(entry, value));
            String vendor = vendor(entry, value);
            if (vendor.isEmpty()) {
                groups.put(value, option);
            } else {
                groups.computeIfAbsent("*" + vendor,
                        key -> el("optgroup").key(vendor).attr("label", scene.vendor(vendor))).add(option);
            }
        }
        return List.copyOf(groups.values());
    }

    private String vendor(Entry entry, String value) {
        if (entry.equals(PlanEntries.MODELS)) {
            return scene.catalog().model(value).map(model -> model.vendor()).orElse("");
        } else if (entry.equals(PlanEntries.SERVERS)) {
            return scene.catalog().server(value).map(server -> server.vendor()).orElse("");
        }
        return entry.equals(PlanEntries.ACCELERATORS)
                ? scene.catalog().accelerator(value).map(device -> device.vendor()).orElse("") : "";
    }

    private String name(Entry entry, String value) {
        if (entry.equals(PlanEntries.MODELS)) {
            return scene.catalog().model(value).map(model -> model.name()).orElse(value);
        } else if (entry.equals(PlanEntries.SERVERS)) {
            return scene.catalog().server(value).map(server -> server.name()).orElse(value);
        } else if (entry.equals(PlanEntries.ACCELERATORS)) {
            return scene.catalog().accelerator(value).map(device -> device.name()).orElse(value);
        } else if (entry.equals(PlanEntries.VENDORS)) {
            return scene.vendor(value);
        }
        return scene.say(entry.equals(PlanEntries.COUNTRIES) ? "country." + value
                : entry.equals(PlanEntries.STANDINGS) ? "value.status." + value
                        : entry.equals(PlanEntries.ENGINES) ? "choice.engine." + value
                                : entry.equals(PlanEntries.WEIGHTS) ? "choice.weights." + value : "choice.kv." + value);
    }
}
