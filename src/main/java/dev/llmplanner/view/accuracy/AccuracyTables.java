package dev.llmplanner.view.accuracy;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.accuracy.Scored.Figure;
import dev.llmplanner.view.accuracy.Scored.Held;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Errors by cell and by what was left out, bands with their coverage, and what is not scored. */
final class AccuracyTables {
    private final Scene scene;
    private final AccuracyData data;
    private final AccuracyNames names;

    AccuracyTables(Scene scene, AccuracyData data, AccuracyNames names) {
        this.scene = scene;
        this.data = data;
        this.names = names;
    }

    Html cells(List<Scored> rows, Held held) {
        Map<String, List<Scored>> cells = new TreeMap<>();
        rows.forEach(row -> cells.computeIfAbsent(names.cell(row.group()), cell -> new ArrayList<>()).add(row));
        Html body = el("tbody");
        cells.forEach((name, cell) -> body.add(line(name, cell, held)));
        return section("cells", el("thead").add(heads()), body);
    }

    Html held(List<Scored> rows) {
        Html body = el("tbody");
        List<Scored> aggregated = rows.stream()
                .filter(row -> row.figure() != Figure.TTFT || !row.group().kind().equals("pools")).toList();
        for (Held held : Held.values()) {
            body.add(line(scene.say("accuracy.held." + held.code()), aggregated, held));
        }
        return section("left-out-by", el("thead").add(heads()), body);
    }

    private Html heads() {
        Html row = el("tr").add(head("accuracy.column.group", false));
        for (Figure figure : Figure.values()) {
            row.add(head("accuracy.column.rows." + figure.code(), true))
                    .add(head("accuracy.column.median." + figure.code(), true))
                    .add(head("accuracy.column.mean." + figure.code(), true))
                    .add(head("accuracy.column.p90." + figure.code(), true))
                    .add(head("accuracy.column.bias." + figure.code(), true));
        }
        return row;
    }

    private Html line(String name, List<Scored> rows, Held held) {
        Html line = el("tr").key(name).add(el("th").attr("scope", "row").text(name));
        for (Figure figure : Figure.values()) {
            List<Scored> of = rows.stream().filter(row -> row.figure() == figure).toList();
            if (of.isEmpty()) {
                for (int i = 0; i < 5; i++) {
                    line.add(number(scene.say("figure.absent")));
                }
            } else {
                ErrorFigures errors = ErrorFigures.of(of, held);
                line.add(number(scene.words().number(errors.count(), 0)))
                        .add(number(names.percent(errors.median())))
                        .add(number(names.percent(errors.mean())))
                        .add(number(names.percent(errors.p90())))
                        .add(number(names.signed(errors.bias())));
            }
        }
        return line;
    }

    Html bands() {
        Html body = el("tbody");
        for (AccuracyData.Band band : data.bands()) {
            body.add(el("tr").key(band.situation() + "-" + band.figure())
                    .add(el("th").attr("scope", "row").text(scene.say("accuracy.situation." + band.situation())))
                    .add(el("td").text(scene.say("accuracy.band." + band.figure())))
                    .add(number(scene.words().number(band.rows(), 0)))
                    .add(number(scene.words().number(band.low(), 2)))
                    .add(number(scene.words().number(band.high(), 2)))
                    .add(number(names.percent(band.coverage())))
                    .add(number(scene.say("band.range", Arguments.of("low", names.percent(band.from()))
                            .and("high", names.percent(band.to()))))));
        }
        return section("bands", el("thead").add(el("tr")
                .add(head("accuracy.column.situation", false))
                .add(head("accuracy.column.figure", false))
                .add(head("accuracy.column.rows", true))
                .add(head("accuracy.column.low", true))
                .add(head("accuracy.column.high", true))
                .add(head("accuracy.column.coverage", true))
                .add(head("accuracy.column.interval", true))), body);
    }

    Html leftOut() {
        Html body = el("tbody");
        for (AccuracyData.LeftOut one : data.leftOut()) {
            String key = "accuracy.left-out." + slug(one.reason());
            Html name = el("th").attr("scope", "row");
            body.add(el("tr").key(one.reason())
                    .add(scene.words().knows(key)
                            ? name.text(scene.say(key))
                            : name.attr("lang", "en").text(one.reason()))
                    .add(number(scene.words().number(one.rows(), 0))));
        }
        return section("left-out", el("thead").add(el("tr")
                .add(head("accuracy.column.reason", false))
                .add(head("accuracy.column.rows", true))), body);
    }

    /** Letters and digits, with one hyphen between. */
    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString();
    }

    private Html section(String name, Html head, Html body) {
        String id = "accuracy-" + name + "-title";
        return el("section").aria("labelledby", id)
                .add(el("h2").id(id).text(scene.say("accuracy." + name + ".title")))
                .add(el("p", "help").text(scene.say("accuracy." + name + ".help")))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("labelledby", id)
                        .add(el("table", "figures-table by-" + name).add(head).add(body)));
    }

    private Html head(String key, boolean number) {
        return el("th").cls("number", number).attr("scope", "col").text(scene.say(key));
    }

    private static Html number(String text) {
        return el("td", "number").text(text);
    }
}
