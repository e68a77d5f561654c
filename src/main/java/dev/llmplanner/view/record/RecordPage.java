package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.hardware.HardwareHead;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.table.Actions;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One record of the catalog: its name, then all its facts with their sources. */
public final class RecordPage {
    private final Scene scene;
    private final Route route;

    private RecordPage(Scene scene) {
        this.scene = scene;
        this.route = scene.state().route();
    }

    /** The page of the record that the route names. */
    public static Html of(Scene scene) {
        return new RecordPage(scene).page();
    }

    /** The record's name; its id where the catalog has no such record. */
    public static String name(Scene scene) {
        Route route = scene.state().route();
        return CatalogRecord.of(route, scene).map(record -> textOf(record.facts(), "name")).orElse(route.id());
    }

    private Html page() {
        Optional<CatalogRecord> record = CatalogRecord.of(route, scene);
        Html page = el("div", "record").add(el("p", "back").add(el("a")
                .attr("href", Route.of(route.place().section()).href())
                .text(scene.say("record.back." + route.place().section().code()))));
        return record.isPresent()
                ? page.add(known(record.get()))
                : page.add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("record.absent")))
                        .add(el("p").text(scene.say(Own.isOwn(route.id()) ? "own.absent" : "record.absent.text",
                                Arguments.of("id", route.id()))));
    }

    private List<Html> known(CatalogRecord record) {
        Html head = el("div", "record-head")
                .add(el("h1").id("heading").attr("tabindex", -1).text(textOf(record.facts(), "name")))
                .add(el("p", "muted").add(el("code").text(route.id())))
                .add(el("p").add(Actions.calculate(route.place().collection(), route.id(), scene)));
        head.when(!textOf(record.facts(), "notComputable").isEmpty(),
                () -> el("p", "notice").text(scene.say("record.not-computable")));
        List<Html> all = new ArrayList<>();
        all.add(head);
        all.add(HardwareHead.of(scene));
        all.addAll(new RecordFacts(scene, record).all());
        return all;
    }

    private static String textOf(JsonObject object, String key) {
        return object.get(key).orElse(null) instanceof JsonString string ? string.value() : "";
    }
}
