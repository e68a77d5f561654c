package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.table.Column;
import dev.llmplanner.view.table.Row;
import dev.llmplanner.view.table.SearchField;
import dev.llmplanner.view.table.TableView;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import dev.llmplanner.view.widget.HardwareNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Accelerators, servers and fabrics: capacity and bandwidth first, rates second. */
public final class HardwarePage {
    private static final double GIGA = 1e9;
    private static final double GIBI = 1024.0 * 1024 * 1024;
    private static final List<Column> ACCELERATORS = List.of(
            Column.text("name"), Column.text("vendor"), Column.number("usable"), Column.number("bandwidth"),
            Column.number("bf16"), Column.number("fp8"), Column.number("fp4"), Column.number("link"),
            Column.number("power"), Column.text("status"), Column.text("engines"), Column.text("confidence"));
    private static final List<Column> SERVERS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("accelerator"), Column.number("count"),
            Column.number("usable-total"), Column.number("bandwidth-total"), Column.number("host-memory"),
            Column.number("max-power"), Column.number("rack-units"), Column.text("cooling"),
            Column.text("confidence"));
    private static final List<Column> FABRICS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("class"), Column.number("per-direction"),
            Column.number("line-rate"), Column.number("domain"), Column.text("topology"), Column.text("status"),
            Column.text("confidence"));

    private final Scene scene;

    private HardwarePage(Scene scene) {
        this.scene = scene;
    }

    public static Html of(Scene scene) {
        return new HardwarePage(scene).page();
    }

    private Html page() {
        return el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("hardware.title")))
                .add(el("p", "lead").text(scene.say("hardware.lead")))
                .add(HardwareNavigation.of(scene))
                .add(SearchField.of("hardware", scene))
                .add(switch (scene.state().route().place()) {
                    case SERVERS -> servers();
                    case FABRICS -> fabrics();
                    default -> accelerators();
                });
    }

    /** The table that stands at that place. */
    static String table(Route.Place place) {
        return switch (place) {
            case SERVERS -> "servers";
            case FABRICS -> "fabrics";
            default -> "accelerators";
        };
    }

    private Html accelerators() {
        List<Row> rows = new ArrayList<>();
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            rows.add(new Row(entry.id(), found(entry.id(), entry.name(), entry.vendor(),
                    entry.architecture() + " " + String.join(" ", entry.engines())), List.of(
                    link(entry.name(), Route.Place.ACCELERATOR, entry.id()),
                    Cell.text(scene.vendor(entry.vendor())),
                    capacity(entry),
                    plain(entry.accelerator().memoryBandwidthBytesPerSecond(), GIGA),
                    rate(entry, "bf16"),
                    rate(entry, "fp8"),
                    rate(entry, "fp4"),
                    scaleUp(entry),
                    power(entry),
                    Cell.text(scene.sayOr("status." + entry.status(), "status.other")),
                    names(entry.engines()),
                    confidence(entry.accelerator().confidence()))));
        }
        return new TableView("accelerators", ACCELERATORS, scene).of(rows);
    }

    private Html servers() {
        List<Row> rows = new ArrayList<>();
        for (ServerEntry server : scene.catalog().servers()) {
            String accelerator = acceleratorName(server);
            rows.add(new Row(server.id(), found(server.id(), server.name(), server.vendor(), accelerator), List.of(
                    link(server.name(), Route.Place.SERVER, server.id()),
                    Cell.text(scene.vendor(server.vendor())),
                    link(accelerator, Route.Place.ACCELERATOR, server.acceleratorId()),
                    whole(OptionalInt.of(server.acceleratorCount())),
                    capacityOfServer(server),
                    bandwidthOfServer(server),
                    plain(server.memoryBytes(), GIBI),
                    plain(server.maxPowerWatts(), 1000),
                    whole(server.rackUnits()),
                    server.cooling().isEmpty() ? missing() : Cell.text(scene.say("cooling." + server.cooling().get())),
                    confidence(server.confidence()))));
        }
        return new TableView("servers", SERVERS, scene).of(rows);
    }

    private Html fabrics() {
        List<Row> rows = new ArrayList<>();
        for (FabricEntry fabric : scene.catalog().fabrics()) {
            String topology = fabric.topology().orElse("");
            rows.add(new Row(fabric.id(), found(fabric.id(), fabric.name(), fabric.vendor(), topology), List.of(
                    link(fabric.name(), Route.Place.FABRIC, fabric.id()),
                    Cell.text(scene.vendor(fabric.vendor())),
                    Cell.text(scene.say("class." + fabric.fabricClass())),
                    plain(fabric.bytesPerSecondPerDirection(), GIGA),
                    plain(fabric.portBitsPerSecond(), GIGA),
                    whole(fabric.maxDomain()),
                    topology.isEmpty() ? missing() : Cell.text(topology),
                    Cell.text(scene.sayOr("status." + fabric.status(), "status.other")),
                    confidence(fabric.confidence()))));
        }
        return new TableView("fabrics", FABRICS, scene).of(rows);
    }

    private static Cell link(String name, Route.Place place, String id) {
        return Cell.text(name).linked(new Route(place, id).href());
    }

    private Cell capacity(AcceleratorEntry entry) {
        DeviceMemory memory = entry.accelerator().memory().orElse(null);
        return memory == null
                ? missing()
                : Cell.number(memory.capacityBytes(), scene.figures().gibibytesBare(memory.capacityBytes()))
                        .with(scene.say("basis." + memory.basis().name().toLowerCase()));
    }

    private Cell capacityOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memory().isEmpty()) {
            return missing();
        }
        double bytes = entry.accelerator().memory().get().capacityBytes() * devices(entry, server);
        return Cell.number(bytes, scene.figures().gibibytesBare(bytes));
    }

    private Cell bandwidthOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memoryBandwidthBytesPerSecond().isEmpty()) {
            return missing();
        }
        double each = entry.accelerator().memoryBandwidthBytesPerSecond().getAsDouble();
        return plain(OptionalDouble.of(each * devices(entry, server)), GIGA);
    }

    private static int devices(AcceleratorEntry entry, ServerEntry server) {
        return entry.devicesPerPackage() * server.acceleratorCount();
    }

    private Cell scaleUp(AcceleratorEntry entry) {
        return entry.accelerator().scaleUp().isEmpty()
                ? missing()
                : plain(OptionalDouble.of(entry.accelerator().scaleUp().get().bytesPerSecondPerDirection()), GIGA)
                        .with(entry.scaleUpName().orElse(""));
    }

    private Cell rate(AcceleratorEntry entry, String format) {
        Double rate = entry.denseFlopPerSecond().get(format);
        return rate == null ? missing() : plain(OptionalDouble.of(rate / entry.devicesPerPackage()), 1e12);
    }

    /** Software counts devices: a package of two shows the figures of one in every column. */
    private Cell power(AcceleratorEntry entry) {
        return entry.tdpWatts().isEmpty()
                ? missing()
                : plain(OptionalDouble.of(entry.tdpWatts().getAsDouble() / entry.devicesPerPackage()), 1);
    }

    private Cell plain(OptionalDouble value, double unit) {
        return value.isPresent()
                ? Cell.number(value.getAsDouble(), scene.words().number(value.getAsDouble() / unit, 1))
                : missing();
    }

    private Cell whole(OptionalInt value) {
        return value.isPresent()
                ? Cell.number(value.getAsInt(), scene.words().number(value.getAsInt(), 0))
                : missing();
    }

    private Cell names(List<String> names) {
        String text = "";
        for (String name : names) {
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text.isEmpty() ? missing() : Cell.text(text);
    }

    private Cell confidence(Confidence confidence) {
        return Cell.number(confidence.ordinal(), scene.say("confidence." + Chips.code(confidence)));
    }

    private Cell missing() {
        return Cell.missing(scene.say("not-published"));
    }

    private String acceleratorName(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        return entry == null ? server.acceleratorId() : entry.name();
    }

    private String found(String id, String name, String vendorId, String more) {
        Vendor vendor = scene.catalog().vendor(vendorId);
        StringBuilder found = new StringBuilder(id).append(' ').append(name).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName()).append(' ').append(more);
        for (String alias : vendor.aliases()) {
            found.append(' ').append(alias);
        }
        return found.toString().toLowerCase();
    }
}
