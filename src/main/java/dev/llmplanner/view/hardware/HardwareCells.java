package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Cells and texts that the tables of accelerators, servers and fabrics share. */
final class HardwareCells {
    private final Scene scene;

    HardwareCells(Scene scene) {
        this.scene = scene;
    }

    static Cell link(String name, Route.Place place, String id) {
        return Cell.text(name).linked(new Route(place, id).href());
    }

    Cell rate(AcceleratorEntry entry, String format) {
        Double rate = entry.denseFlopPerSecond().get(format);
        return rate == null ? missing() : plain(OptionalDouble.of(rate / entry.devicesPerPackage()), 1e12);
    }

    Cell plain(OptionalDouble value, double unit) {
        return value.isPresent()
                ? Cell.number(value.getAsDouble(), scene.words().number(value.getAsDouble() / unit, 1))
                : missing();
    }

    Cell whole(OptionalInt value) {
        return value.isPresent()
                ? Cell.number(value.getAsInt(), scene.words().number(value.getAsInt(), 0))
                : missing();
    }

    Cell names(List<String> names) {
        String text = "";
        for (String name : names) {
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text.isEmpty() ? missing() : Cell.text(text);
    }

    Cell confidence(Confidence confidence) {
        return Cell.number(confidence.ordinal(), scene.say("confidence." + Chips.code(confidence)));
    }

    Cell status(String status) {
        return Cell.text(scene.sayOr("status." + status, "status.other"));
    }

    Cell missing() {
        return Cell.missing(scene.say("not-published"));
    }

    String acceleratorName(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        return entry == null ? server.acceleratorId() : entry.name();
    }

    /** What a search looks through. */
    String found(String id, String name, String vendorId, String more) {
        Vendor vendor = scene.catalog().vendor(vendorId);
        StringBuilder found = new StringBuilder(id).append(' ').append(name).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName()).append(' ').append(more);
        for (String alias : vendor.aliases()) {
            found.append(' ').append(alias);
        }
        return found.toString().toLowerCase();
    }
}
