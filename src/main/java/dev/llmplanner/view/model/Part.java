package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** What the page's parts have in common: a section with its title, tables, bars, and where figures come from. */
final class Part {
    private final Scene scene;

    Part(Scene scene) {
        this.scene = scene;
    }

    /** A section of that name, whose title is the message {@code model.<name>}. */
    Html section(String name) {
        return el("section", "model-part " + name).key(name).aria("labelledby", name + "-title")
                .add(el("h2").id(name + "-title").text(scene.say("model." + name)));
    }

    /** How the figures of a part are made: what is computed, and the page with the derivation. */
    Html computed(String messageKey, String page) {
        return el("p", "help computed")
                .add(el("span", "chip").text(scene.say("model.computed")))
                .text(scene.say(messageKey))
                .text(" ")
                .text(scene.say("model.derivation", Arguments.of("page", "docs/model/" + page + ".md")));
    }

    /** The button that opens the formula of a figure of that request. */
    Html formula(String figure, String label, JsonObject request) {
        String name = scene.say("work.open", Arguments.of("figure", label));
        return el("button", "work-button").attr("type", "button").aria("label", name).attr("title", name)
                .text(scene.say("work.sign"))
                .on("click", e -> new ModelState.FormulaWanted(figure, request));
    }

    /** A table that scrolls inside its own box. */
    Html table(String title, List<Html> head, Html body) {
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", title)
                .add(el("table", "figures-table").add(el("thead").add(el("tr").add(head))).add(body));
    }

    Html head(String key) {
        return el("th").key(key).attr("scope", "col").text(scene.say(key));
    }

    Html numberHead(String key) {
        return head(key).cls("number");
    }

    static Html number(String text) {
        return el("td", "number").text(text);
    }

    /** A bar as long as that share of its cell; what it shows stands as a number beside it. */
    static Html bar(String kind, double fraction) {
        return el("td", "bar-cell").add(el("svg", "share-bar part-" + kind)
                .attr("viewBox", "0 0 100 8").attr("preserveAspectRatio", "none").aria("hidden", true)
                .attr("focusable", "false")
                .add(el("rect").attr("width", 100 * Math.max(0, Math.min(1, fraction))).attr("height", 8)));
    }
}
