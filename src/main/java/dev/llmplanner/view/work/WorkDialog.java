package dev.llmplanner.view.work;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Work;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.MessageTable;
import dev.llmplanner.view.text.Words;
import java.util.Optional;

/** One figure's formula, its symbols with values, units and sources, and the result. */
public final class WorkDialog {

    /** Of the dialog's element. */
    public static final String ID = "work";

    private static final String FIGURE = "figure/";

    private final Scene scene;
    private final Work work;
    private final Words words;

    public WorkDialog(Scene scene) {
        this.scene = scene;
        this.work = scene.state().work();
        this.words = words(scene, work);
    }

    /** The shown work brings the messages that only it uses. */
    private static Words words(Scene scene, Work work) {
        return work.data()
                .flatMap(data -> data.get("messages"))
                .map(table -> scene.words().with(MessageTable.read((JsonObject) table).get(scene.words().language())))
                .orElse(scene.words());
    }

    /** The dialog; empty while no formula is open. */
    public Html all() {
        Html dialog = el("dialog", "work").id(ID).aria("labelledby", "work-title")
                .on("close", e -> new Event.WorkClosed());
        if (!work.isOpen()) {
            return dialog;
        }
        Optional<JsonCursor> explanation = work.data()
                .flatMap(data -> JsonCursor.of(data).at("figures").find(work.figure()));
        dialog.add(el("h2").id("work-title").attr("tabindex", -1)
                .text(explanation.isPresent() ? label(work.figure()) : scene.say("work.title")));
        if (explanation.isPresent()) {
            dialog.add(formula(explanation.get()));
        } else {
            dialog.add(el("p", "help").text(scene.say(work.failed() ? "work.failed"
                    : work.data().isPresent() ? "work.none" : "work.loading")));
        }
        Html buttons = el("p", "work-actions");
        explanation.ifPresent(found -> buttons.add(el("button").key("copy").attr("type", "button")
                .text(scene.say("work.copy"))
                .on("click", e -> new Event.WorkCopied(plain(found)))));
        return dialog.add(buttons.add(el("button").key("close").attr("type", "button").text(scene.say("work.close"))
                .on("click", e -> new Event.WorkDismissed())));
    }

    private String label(String path) {
        String key = "explain.figure." + path;
        return words.knows(key) ? words.say(key) : path;
    }

    private Html formula(JsonCursor explanation) {
        Html body = el("tbody");
        for (JsonCursor symbol : explanation.items("symbols")) {
            body.add(el("tr").key(symbol.string("name"))
                    .add(el("th").attr("scope", "row").add(el("code").text(symbol.string("name"))))
                    .add(el("td", "number").text(value(symbol.number("value"), symbol.string("unit"))))
                    .add(el("td").add(source(symbol.string("source")))));
        }
        Html section = el("div")
                .add(el("p", "work-formula").add(el("code").text(explanation.string("expression"))))
                .add(el("p", "work-result").add(el("strong")
                        .text(value(explanation.number("result"), explanation.string("unit")))));
        if (!explanation.items("symbols").isEmpty()) {
            section.add(el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                    .aria("label", words.say("explain.symbols"))
                    .add(el("table", "figures-table")
                            .add(el("thead").add(el("tr")
                                    .add(el("th").attr("scope", "col").text(words.say("explain.symbol")))
                                    .add(el("th", "number").attr("scope", "col").text(words.say("explain.value")))
                                    .add(el("th").attr("scope", "col").text(words.say("explain.source")))))
                            .add(body)));
        }
        return section.add(el("p", "help").text(words.say("explain.page",
                Arguments.of("page", "docs/model/" + explanation.string("page") + ".md"))));
    }

    private String value(double value, String unit) {
        if (unit.equals("bytes")) {
            return scene.figures().bytes(value);
        }
        if (unit.equals("seconds")) {
            return scene.figures().seconds(value);
        }
        String key = "explain.unit." + unit.replace(' ', '-');
        String number = words.significant(value, 6);
        return words.knows(key) ? words.say(key, Arguments.of("value", number)) : number;
    }

    /** Another figure opens its own formula; anything else is named. */
    private Html source(String source) {
        if (source.startsWith(FIGURE)) {
            String path = source.substring(FIGURE.length());
            boolean explained = work.data().isPresent()
                    && JsonCursor.of(work.data().get()).at("figures").find(path).isPresent();
            if (explained) {
                return el("button", "work-link").attr("type", "button").text(label(path))
                        .on("click", e -> new Event.WorkWanted(path));
            }
            return el("span").text(label(path));
        }
        int slash = source.indexOf('/');
        String kind = slash < 0 ? source : source.substring(0, slash);
        String place = slash < 0 ? "" : source.substring(slash + 1);
        return el("span").text(words.say("explain.from." + kind)).text(" ").add(el("code").text(place));
    }

    /** The same as plain text, for the clipboard. */
    private String plain(JsonCursor explanation) {
        StringBuilder out = new StringBuilder(label(work.figure())).append('\n')
                .append(explanation.string("expression")).append('\n');
        for (JsonCursor symbol : explanation.items("symbols")) {
            out.append(symbol.string("name")).append(" = ")
                    .append(words.significant(symbol.number("value"), 12)).append(' ')
                    .append(symbol.string("unit")).append("  (").append(symbol.string("source")).append(")\n");
        }
        return out.append("= ").append(words.significant(explanation.number("result"), 12)).append(' ')
                .append(explanation.string("unit")).append('\n').toString();
    }
}
