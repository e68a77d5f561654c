package dev.llmplanner.view.snippet;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Handler;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What to embed, and the HTML for it. */
final class SnippetDialog {
    private final Scene scene;

    SnippetDialog(Scene scene) {
        this.scene = scene;
    }

    /** The dialog; empty while it isn't open. */
    Html all() {
        SnippetState state = scene.state().get(SnippetState.SLOT);
        Html dialog = el("dialog", "work snippet").id(SnippetEvents.ID).aria("labelledby", "snippet-title")
                .on("close", e -> new SnippetEvents.Closed());
        if (state.snippet().isEmpty()) {
            return dialog;
        }
        Snippet snippet = state.snippet().get();
        Scenario scenario = scene.state().scenario();
        String html = snippet.html(scenario, scene.say("app.title"));
        boolean own = List.of(Field.MODEL, Field.ACCELERATOR, Field.SERVER, Field.FABRIC).stream()
                .anyMatch(field -> scenario.shows(field) && scenario.text(field).startsWith(Catalog.OWN));
        return dialog
                .add(el("h2").id("snippet-title").attr("tabindex", -1).text(scene.say("snippet.title")))
                .add(el("p", "help").text(scene.say("snippet.lead")))
                .when(own, () -> el("p", "error").text(scene.say("snippet.own")))
                .add(address(snippet))
                .add(el("div", "snippet-choices")
                        .add(choice("snippet-view", "snippet.view", Snippet.VIEWS, snippet.view(),
                                code -> scene.say("snippet.view." + code), snippet::withView))
                        .add(choice("snippet-language", "setting.language", languages(), snippet.language(),
                                code -> scene.say(code.isEmpty() ? "snippet.reader" : "language." + code), snippet::withLanguage))
                        .add(choice("snippet-theme", "setting.theme", Snippet.THEMES, snippet.theme(),
                                code -> scene.say("theme." + code), snippet::withTheme)))
                .add(el("label", "snippet-follows")
                        .add(el("input").attr("type", "checkbox").id("snippet-follows").flag("checked", snippet.follows())
                                .on("change", e -> new SnippetEvents.Chosen(snippet.withFollows(e.checked()))))
                        .add(el("span").text(scene.say("snippet.follows"))))
                .add(el("label", "label").attr("for", "snippet-html").text(scene.say("snippet.html")))
                .add(el("textarea").id("snippet-html").flag("readonly", true).attr("rows", snippet.follows() ? 16 : 8)
                        .attr("spellcheck", "false").attr("value", html))
                .add(el("p", "help").attr("role", "status")
                        .text(state.note().isEmpty() ? scene.say("snippet.help") : scene.say(state.note())))
                .add(el("p", "work-actions")
                        .add(button("copy", "snippet.copy", e -> new SnippetEvents.Copied(html)))
                        .add(button("close", "work.close", e -> new SnippetEvents.Dismissed())));
    }

    private Html address(Snippet snippet) {
        return el("div", "field")
                .add(el("label", "label").attr("for", "snippet-address").text(scene.say("snippet.address")))
                .add(el("input").id("snippet-address").attr("type", "url").attr("value", snippet.address())
                        .attr("autocomplete", "off").aria("describedby", "snippet-address-help")
                        .on("input", e -> new SnippetEvents.Chosen(snippet.withAddress(e.value()))))
                .add(el("p", "help").id("snippet-address-help")
                        .text(scene.say(snippet.address().isBlank() ? "snippet.address.none" : "snippet.address.help")));
    }

    private static List<String> languages() {
        List<String> codes = new ArrayList<>(List.of(""));
        codes.addAll(Resources.LANGUAGES);
        return codes;
    }

    private Html choice(
            String id, String label, List<String> codes, String chosen, Function<String, String> name,
            Function<String, Snippet> with) {
        Html select = el("select").id(id).on("change", e -> new SnippetEvents.Chosen(with.apply(e.value())));
        for (String code : codes) {
            select.add(el("option").key(code).attr("value", code).flag("selected", code.equals(chosen)).text(name.apply(code)));
        }
        return el("div", "field").key(id).add(el("label", "label").attr("for", id).text(scene.say(label))).add(select);
    }

    private Html button(String key, String label, Handler handler) {
        return el("button").key(key).attr("type", "button").text(scene.say(label)).on("click", handler);
    }
}
