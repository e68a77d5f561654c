package dev.llmplanner.view.calculator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import java.util.ArrayList;
import java.util.List;

/** One field: its visible label, the control, help, and what is wrong with it. */
final class FieldViews {
    private final Scene scene;

    FieldViews(Scene scene) {
        this.scene = scene;
    }

    /** A field that takes a number. */
    Html number(Field field) {
        Html input = el("input").attr("type", "text")
                .attr("inputmode", field.kind() == Field.Kind.COUNT ? "numeric" : "decimal")
                .attr("autocomplete", "off")
                .attr("value", scene.state().scenario().text(field))
                .attr("placeholder", field.isRequired() ? "" : Chosen.value(field, scene))
                .on("input", e -> new Event.FieldTyped(field, e.value()));
        return around(field, described(field, input));
    }

    /** A field of a few words. */
    Html choice(Field field) {
        List<Html> options = new ArrayList<>();
        for (String code : Choices.of(field)) {
            options.add(el("option").key(code)
                    .attr("value", code)
                    .flag("selected", scene.state().scenario().has(field, code))
                    .text(choiceText(field, code)));
        }
        return choice(field, options);
    }

    /** A field of a few words that stand in groups. */
    Html choice(Field field, List<Html> options) {
        return around(field, described(field,
                el("select").on("change", e -> new Event.FieldTyped(field, e.value())).add(options)));
    }

    /** A field of two words, both in sight. */
    Html radios(Field field) {
        Html words = el("div", "switch");
        for (String code : Choices.of(field)) {
            words.add(el("label").key(code)
                    .add(el("input").attr("type", "radio")
                            .id("field-" + field.key() + "-" + code)
                            .attr("name", field.key())
                            .attr("value", code)
                            .flag("checked", scene.state().scenario().has(field, code))
                            .on("change", e -> new Event.FieldTyped(field, code)))
                    .add(el("span").text(choiceText(field, code))));
        }
        return el("div", "field").attr("role", "radiogroup").aria("labelledby", "label-" + field.key())
                .key(field.key())
                .add(el("span", "label").id("label-" + field.key()).text(scene.say(label(field))))
                .add(words);
    }

    /** A field that names a record, with a list to search. */
    Html combo(Field field) {
        Combo combo = new Combo(field, scene);
        return around(field, el("div", "combo").add(described(field, combo.input())).add(combo.list()));
    }

    private String choiceText(Field field, String code) {
        return scene.say("choice." + field.key() + "." + (code.isEmpty() ? "auto" : code));
    }

    private Html around(Field field, Html control) {
        Problem problem = scene.state().outcome().problems().get(field);
        Html around = el("div", "field").key(field.key())
                .cls("wrong", problem != null)
                .add(el("label", "label").attr("for", "field-" + field.key()).text(scene.say(label(field))))
                .add(control);
        if (hasHelp(field)) {
            around.add(el("p", "help").id("help-" + field.key()).text(scene.say(help(field))));
        }
        return problem == null
                ? around
                : around.add(el("p", "error").id("error-" + field.key()).text(Problems.text(field, problem, scene)));
    }

    private Html described(Field field, Html control) {
        boolean wrong = scene.state().outcome().problems().containsKey(field);
        String error = wrong ? "error-" + field.key() : "";
        String help = hasHelp(field) ? "help-" + field.key() : "";
        String both = (error + " " + help).trim();
        control.id("field-" + field.key()).aria("invalid", wrong);
        return both.isEmpty() ? control : control.aria("describedby", both);
    }

    private boolean hasHelp(Field field) {
        return scene.words().knows(help(field));
    }

    private static String help(Field field) {
        return "field." + field.key() + ".help";
    }

    private static String label(Field field) {
        return "field." + field.key() + ".label";
    }
}
