package dev.llmplanner.view.ownmodel;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.checkpoint.Derivation;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import java.util.List;

/** Each figure of the record with where it is from, then what follows from all of them. */
final class DerivationView {
    private final Scene scene;
    private final Imported read;
    private final double kvBytesPerToken;

    DerivationView(Scene scene, Imported read, double kvBytesPerToken) {
        this.scene = scene;
        this.read = read;
        this.kvBytesPerToken = kvBytesPerToken;
    }

    Html all() {
        String title = scene.say("own-model.derivation");
        Html section = el("section", "model-part derivation").key("derivation").aria("labelledby", "derivation-title")
                .add(el("h2").id("derivation-title").text(title));
        if (read.derivation().isEmpty()) {
            return section.add(el("p", "empty").text(scene.say("own-model.no-derivation")));
        }
        Html body = el("tbody");
        for (Derivation line : read.derivation()) {
            body.add(row(line.figure(), label(line.figure()), value(line.value()), line.origin(), line.fields()));
        }
        body.add(total("total", read.model().totalParameters().orElse(0)))
                .add(total("active", read.model().activeParameters().orElse(0)))
                .add(row("kv", scene.say("own-model.fact.kv"), scene.words().number(kvBytesPerToken, 1),
                        Derivation.Origin.COMPUTED, List.of("docs/model/kv-cache.md")));
        Html head = el("tr").each(List.of("figure", "value", "origin", "fields"), name ->
                el("th").key(name).attr("scope", "col").cls("number", name.equals("value"))
                        .text(scene.say("own-model.head." + name)));
        return section.add(el("p", "help").text(scene.say("own-model.derivation-lead")))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", title)
                        .add(el("table", "figures-table").add(el("thead").add(head)).add(body)));
    }

    private Html total(String name, double parameters) {
        return row(name, scene.say("own-model.fact." + name), scene.words().number(parameters, 0),
                Derivation.Origin.COMPUTED, List.of("docs/model/weights.md"));
    }

    private Html row(String figure, String label, String value, Derivation.Origin origin, List<String> fields) {
        Html from = el("td");
        for (String field : fields) {
            from.add(el("code").text(field)).text(" ");
        }
        Html name = el("th").attr("scope", "row").text(label);
        return el("tr").key(figure)
                .add(name.when(figure.startsWith("/"), () -> el("code", "detail").text(figure)))
                .add(el("td", "number").text(value))
                .add(el("td").add(el("span", "chip").text(scene.say("own-model.origin." + origin.code()))))
                .add(from);
    }

    /** The catalog's label of the last word of a pointer; the word itself where it has none. */
    private String label(String figure) {
        String word = figure.substring(figure.lastIndexOf('/') + 1);
        return scene.words().knows("fact." + word) ? scene.say("fact." + word) : word;
    }

    private String value(Json value) {
        if (value instanceof JsonNumber number) {
            return scene.words().number(number.value(), 4);
        }
        if (value instanceof JsonBoolean truth) {
            return scene.say(truth.value() ? "yes" : "no");
        }
        if (value instanceof JsonString text) {
            return scene.words().knows("format." + text.value()) ? scene.say("format." + text.value()) : text.value();
        }
        StringBuilder all = new StringBuilder();
        if (value instanceof JsonArray array) {
            for (Json item : array.items()) {
                all.append(all.length() == 0 ? "" : scene.say("list.separator")).append(value(item));
            }
        }
        return all.toString();
    }
}
