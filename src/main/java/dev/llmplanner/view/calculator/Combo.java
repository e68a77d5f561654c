package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Picker;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * A text field with a list of records under it.
 *
 * @see <a href="https://www.w3.org/WAI/ARIA/apg/patterns/combobox/">WAI-ARIA: combobox</a>
 */
final class Combo {
    private final Field field;
    private final Scene scene;
    private final Optional<Picker> picker;
    private final List<Option> options;

    Combo(Field field, Scene scene) {
        this.field = field;
        this.scene = scene;
        this.picker = scene.state().picker().filter(open -> open.field() == field);
        this.options = picker.isPresent() ? Options.matching(field, picker.get().query(), scene) : List.of();
    }

    Html input() {
        String label = Options.label(field, scene.state().scenario().text(field), scene);
        int active = active();
        Html input = el("input").attr("type", "text")
                .attr("role", "combobox")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .aria("autocomplete", "list")
                .aria("expanded", picker.isPresent())
                .aria("controls", "list-" + field.key())
                .attr("value", picker.isPresent() ? picker.get().query() : label)
                .attr("placeholder", label.isEmpty() ? scene.say("field." + field.key() + ".none") : label)
                .on("click", e -> picker.isPresent() ? null : open("", -1))
                .on("input", e -> open(e.value(), e.value().isEmpty() ? -1 : 0))
                .on("blur", e -> picker.isPresent() ? leave() : null)
                .onInstead("keydown", this::key);
        return active < 0 ? input : input.aria("activedescendant", "option-" + active);
    }

    /** The list; hidden while it is closed, so that the field always controls something. */
    Html list() {
        Html list = el("ul", "options").id("list-" + field.key())
                .attr("role", "listbox")
                .aria("label", scene.say("field." + field.key() + ".label"))
                .flag("hidden", picker.isEmpty() || options.isEmpty());
        int active = active();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            list.add(el("li").key(option.id())
                    .id("option-" + i)
                    .attr("role", "option")
                    .aria("selected", i == active)
                    .onInstead("mousedown", e -> new Event.PickerClosed(field, Optional.of(option.id())))
                    .add(el("span", "name").text(option.label()))
                    .add(el("span", "detail").text(option.detail())));
        }
        return picker.isPresent() && options.isEmpty()
                ? el("div").add(list).add(el("p", "options none").attr("role", "status")
                        .text(scene.say("combo.none", Arguments.of("text", picker.get().query()))))
                : el("div").add(list);
    }

    private int active() {
        return picker.isPresent() ? Math.min(picker.get().active(), options.size() - 1) : -1;
    }

    private Event open(String query, int active) {
        return new Event.PickerMoved(new Picker(field, query, active));
    }

    private Object key(DomEvent event) {
        String query = picker.map(Picker::query).orElse("");
        int last = options.size() - 1;
        return switch (event.key()) {
            case "ArrowDown" -> picker.isEmpty() ? open("", 0) : open(query, active() >= last ? 0 : active() + 1);
            case "ArrowUp" -> picker.isEmpty() ? open("", 0) : open(query, active() <= 0 ? last : active() - 1);
            case "Enter" -> picker.isEmpty() ? new Event.Nothing() : enter();
            case "Escape" -> picker.isEmpty() ? null : new Event.PickerClosed(field, Optional.empty());
            default -> null;
        };
    }

    private Event enter() {
        return active() >= 0
                ? new Event.PickerClosed(field, Optional.of(options.get(active()).id()))
                : leave();
    }

    /** Takes what was typed, if anything was. */
    private Event leave() {
        String query = picker.get().query().trim();
        return new Event.PickerClosed(field, query.isEmpty()
                ? Optional.empty()
                : Optional.of(Options.resolve(field, query, scene)));
    }
}
