package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.OwnFileView;
import dev.llmplanner.view.own.OwnKind;
import dev.llmplanner.view.own.OwnRecords;
import dev.llmplanner.view.table.Actions;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.HardwareNavigation;
import java.util.Optional;

/** Hardware of one's own: what there is, the form that changes one, the file. */
final class OwnHardwarePage {
    private final Scene scene;
    private final OwnRecords records;

    private OwnHardwarePage(Scene scene) {
        this.scene = scene;
        this.records = Own.records(scene.state()).only(OwnKind.HARDWARE);
    }

    static Html of(Scene scene) {
        return new OwnHardwarePage(scene).page();
    }

    private Html page() {
        Optional<OwnForm> form = scene.state().get(OwnHardware.FORM);
        Html page = el("div", "wide own")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("own.hardware.title")))
                .add(el("p", "lead").text(scene.say("own.hardware.lead")))
                .add(HardwareNavigation.of(scene));
        if (form.isPresent()) {
            return page.add(new OwnFormView(form.get(), scene).all());
        }
        return page.add(list()).add(start()).add(OwnFileView.of(OwnKind.HARDWARE, scene));
    }

    private Html list() {
        Html section = el("section", "own-list").aria("labelledby", "own-list-title")
                .add(el("h2").id("own-list-title").text(scene.say("own.list")));
        Optional<OwnHardware.Removed> removed = scene.state().get(OwnHardware.REMOVED);
        removed.ifPresent(last -> section.add(el("p", "notice").attr("role", "status")
                .text(scene.say("own.removed", Arguments.of("name", name(last.record(), last.id()))))
                .text(" ")
                .add(el("button").id("own-undo").attr("type", "button").text(scene.say("own.undo"))
                        .on("click", e -> new OwnHardware.Undone()))));
        if (records.isEmpty()) {
            return section.add(el("p", "empty").text(scene.say("own.none")));
        }
        Html list = el("ul", "own-records");
        for (String collection : OwnKind.HARDWARE.collections()) {
            records.of(collection).forEach((id, record) -> list.add(item(collection, id, (JsonObject) record)));
        }
        return section.add(list);
    }

    private Html item(String collection, String id, JsonObject record) {
        String name = name(record, id);
        Route.Place place = collection.equals("servers") ? Route.Place.SERVER : Route.Place.ACCELERATOR;
        return el("li").key(id).id("own-" + id).attr("tabindex", -1).data("id", id)
                .add(el("div").add(el("a").attr("href", new Route(place, id).href()).text(name))
                        .add(el("span", "detail").text(detail(collection, id))))
                .add(el("div", "own-actions")
                        .add(Actions.calculate(collection, id, scene))
                        .add(button("own.edit-it", name).on("click", e -> new OwnHardware.Edited(collection, id)))
                        .add(button("own.copy-it", name).on("click", e -> new OwnHardware.Copied(collection, id)))
                        .add(button("own.remove-it", name).on("click", e -> new OwnHardware.Removal(collection, id))));
    }

    private Html button(String key, String name) {
        return el("button").attr("type", "button").text(scene.say(key)).add(el("span", "unseen").text(" " + name));
    }

    private String detail(String collection, String id) {
        if (collection.equals("servers")) {
            ServerEntry server = scene.catalog().server(id).orElseThrow();
            String device = scene.catalog().accelerator(server.acceleratorId()).map(AcceleratorEntry::name)
                    .orElse(server.acceleratorId());
            return scene.say("option.server",
                    Arguments.of("count", server.acceleratorCount()).and("accelerator", device));
        }
        AcceleratorEntry entry = scene.catalog().accelerator(id).orElseThrow();
        String unknown = scene.say("not-published");
        return scene.say("option.accelerator", Arguments
                .of("capacity", entry.accelerator().memory()
                        .map(memory -> scene.figures().gibibytes(memory.capacityBytes())).orElse(unknown))
                .and("bandwidth", entry.accelerator().memoryBandwidthBytesPerSecond().isPresent()
                        ? scene.figures().gigabytesPerSecond(
                                entry.accelerator().memoryBandwidthBytesPerSecond().getAsDouble())
                        : unknown));
    }

    private Html start() {
        Html devices = el("optgroup").attr("label", scene.say("hardware-nav.hardware"));
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            devices.add(el("option").key(entry.id()).attr("value", "accelerators/" + entry.id()).text(entry.name()));
        }
        Html servers = el("optgroup").attr("label", scene.say("hardware-nav.servers"));
        for (ServerEntry server : scene.catalog().servers()) {
            servers.add(el("option").key(server.id()).attr("value", "servers/" + server.id()).text(server.name()));
        }
        String chosen = scene.state().get(OwnHardware.START);
        return el("section", "own-start").aria("labelledby", "own-start-title")
                .add(el("h2").id("own-start-title").text(scene.say("own.start")))
                .add(el("p", "help").text(scene.say("own.start.help")))
                .add(el("div", "own-actions")
                        .add(el("label", "unseen").attr("for", "own-start").text(scene.say("own.start.label")))
                        .add(el("select").id("own-start").on("change", e -> new OwnHardware.StartChosen(e.value()))
                                .add(devices).add(servers))
                        .add(el("button", "go-button").id("own-duplicate").attr("type", "button")
                                .text(scene.say("own.copy-it"))
                                .on("click", e -> OwnHardware.Copied.of(chosen))));
    }

    private static String name(JsonObject record, String id) {
        return record.get("name").orElse(null) instanceof JsonString text ? text.value() : id;
    }
}
