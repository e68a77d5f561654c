package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.PeakPower;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.table.Column;
import dev.llmplanner.view.table.Row;
import dev.llmplanner.view.widget.Chips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Servers: memory and bandwidth of the whole server first. */
final class ServerTable {
    static final List<Column> COLUMNS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("accelerator"), Column.number("count"),
            Column.number("usable-total"), Column.number("bandwidth-total"), Column.number("host-memory"),
            Column.number("max-power"), Column.number("rack-units"), Column.text("cooling"),
            Column.number("price-usd"), Column.number("price-cny"), Column.text("confidence"),
            Column.number("sources"));

    /** Steps of usable memory, GiB. */
    private static final int[] STEPS = {256, 512, 1024, 2048};
    private static final double GIGA = 1e9;
    private static final double GIBI = 1024.0 * 1024 * 1024;

    private final Scene scene;
    private final HardwareCells cells;
    private final DeviceFacets facets;
    private final List<String> currencies;

    ServerTable(Scene scene) {
        this.scene = scene;
        this.cells = new HardwareCells(scene);
        this.facets = new DeviceFacets(scene);
        this.currencies = Money.currencies(scene.words());
    }

    List<Faceted> rows() {
        List<Faceted> rows = new ArrayList<>();
        PeakPower peaks = new PeakPower(scene.catalog());
        for (ServerEntry server : scene.catalog().servers()) {
            String accelerator = cells.acceleratorName(server);
            RecordPrices details = new RecordPrices("servers", server.id(), scene);
            String href = new Route(Route.Place.SERVER, server.id()).href();
            Row row = new Row(server.id(), cells.found(server.id(), server.name(), server.vendor(), accelerator), List.of(
                    HardwareCells.link(server.name(), Route.Place.SERVER, server.id()),
                    Cell.text(scene.vendor(server.vendor())),
                    HardwareCells.link(accelerator, Route.Place.ACCELERATOR, server.acceleratorId()),
                    cells.whole(OptionalInt.of(server.acceleratorCount())),
                    capacityOfServer(server),
                    bandwidthOfServer(server),
                    cells.plain(server.memoryBytes(), GIBI),
                    power(server, peaks),
                    cells.whole(server.rackUnits()),
                    server.cooling().isEmpty() ? cells.missing() : Cell.text(scene.say("cooling." + server.cooling().get())),
                    details.price(currencies.get(0)),
                    details.price(currencies.get(1)),
                    cells.confidence(server.confidence()),
                    details.sources(href)));
            Faceted faceted = Faceted.of(row)
                    .with("vendor", server.vendor(), scene.vendor(server.vendor()))
                    .with("cooling", server.cooling().orElse(""), scene.sayOr(
                            "cooling." + server.cooling().orElse(""), "not-published"))
                    .with("confidence", Chips.code(server.confidence()),
                            scene.say("confidence." + Chips.code(server.confidence())));
            AcceleratorEntry device = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
            if (device != null) {
                double each = device.accelerator().memory().map(DeviceMemory::capacityBytes).orElse(0.0);
                faceted = facets.memory(facets.device(faceted, device), each * devices(device, server), STEPS);
            }
            rows.add(faceted);
        }
        return rows;
    }

    /** Printed by the maker, else derived from the accelerators'. */
    private Cell power(ServerEntry server, PeakPower peaks) {
        Optional<PeakPower.Peak> peak = scene.catalog().accelerator(server.acceleratorId())
                .flatMap(device -> peaks.of(server, device));
        if (peak.isEmpty()) {
            return cells.missing();
        }
        Cell figure = cells.plain(OptionalDouble.of(peak.get().watts().typical()), HardwareHead.KILO);
        return peak.get().origin() == Origin.PUBLISHED
                ? figure : figure.with(HardwareHead.derived(peak.get().watts(), scene));
    }

    private Cell capacityOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memory().isEmpty()) {
            return cells.missing();
        }
        double bytes = entry.accelerator().memory().get().capacityBytes() * devices(entry, server);
        return Cell.number(bytes, scene.figures().gibibytesBare(bytes));
    }

    private Cell bandwidthOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memoryBandwidthBytesPerSecond().isEmpty()) {
            return cells.missing();
        }
        double each = entry.accelerator().memoryBandwidthBytesPerSecond().getAsDouble();
        return cells.plain(OptionalDouble.of(each * devices(entry, server)), GIGA);
    }

    private static int devices(AcceleratorEntry entry, ServerEntry server) {
        return entry.devicesPerPackage() * server.acceleratorCount();
    }
}
