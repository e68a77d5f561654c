package dev.llmplanner.view.table;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** The search field of a page of tables. */
public final class SearchField {

    private SearchField() {}

    /** The field over so many records; {@code place} is the last word of its label's key. */
    public static Html of(String place, int records, Scene scene) {
        return el("div", "search").attr("role", "search")
                .add(el("label").attr("for", "search").text(scene.say("search." + place)))
                .add(el("input").id("search").attr("type", "search").attr("autocomplete", "off")
                        .attr("spellcheck", "false")
                        .aria("describedby", "search-help")
                        .attr("value", Tables.searched(scene.state()))
                        .on("input", e -> new Tables.Searched(e.value(), records)))
                .add(el("p", "help").id("search-help").text(scene.say("search.help")));
    }
}
