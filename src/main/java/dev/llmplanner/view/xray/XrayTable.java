package dev.llmplanner.view.xray;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.screening.Xray;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;

/** Bytes and time of a decode step, part by part, also for one output token. */
final class XrayTable {
    private final Scene scene;

    XrayTable(Scene scene) {
        this.scene = scene;
    }

    Html of(Xray xray) {
        Html body = el("tbody");
        for (Xray.Part part : xray.parts()) {
            body.add(row(scene.say("xray.part." + part.kind().code()), part.bytes(), part.seconds(), xray));
        }
        body.add(el("tr").key("other")
                .add(el("th").attr("scope", "row").text(scene.say("xray.part.other")))
                .add(number(scene.say("figure.absent"))).add(number(scene.say("figure.absent")))
                .add(number(scene.figures().seconds(xray.otherSeconds())))
                .add(number(scene.figures().percent(xray.otherSeconds() / xray.stepSeconds()))));
        return el("section").aria("labelledby", "xray-table-title")
                .add(el("h2").id("xray-table-title").text(scene.say("xray.table")))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                        .aria("labelledby", "xray-table-title")
                        .add(el("table", "figures-table")
                                .add(el("thead").add(el("tr")
                                        .add(head("xray.part", false))
                                        .add(head("xray.column.bytes", true))
                                        .add(head("xray.column.token", true))
                                        .add(head("xray.column.time", true))
                                        .add(head("xray.column.share", true))))
                                .add(body)
                                .add(el("tfoot").add(row(scene.say("xray.total"), xray.memoryBytes(),
                                        xray.stepSeconds(), xray)))))
                .add(el("p", "help").text(scene.say("xray.help")));
    }

    private Html row(String name, double bytes, double seconds, Xray xray) {
        return el("tr").key(name)
                .add(el("th").attr("scope", "row").text(name))
                .add(number(scene.figures().bytes(bytes)))
                .add(number(scene.figures().bytes(xray.perToken(bytes))))
                .add(number(scene.figures().seconds(seconds)))
                .add(number(scene.figures().percent(seconds / xray.stepSeconds())));
    }

    private Html head(String key, boolean number) {
        return el("th").cls("number", number).attr("scope", "col").text(scene.say(key));
    }

    private static Html number(String text) {
        return el("td", "number").text(text);
    }
}
