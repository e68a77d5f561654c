package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.AcceleratorEntry;
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
import java.util.OptionalDouble;

/** Accelerators: figures of one device in every column. */
final class AcceleratorTable {
    static final List<Column> COLUMNS = List.of(
            Column.text("name"), Column.text("vendor"), Column.number("usable"), Column.number("bandwidth"),
            Column.number("bf16"), Column.number("fp8"), Column.number("int8"), Column.number("fp4"),
            Column.number("link"), Column.number("power"), Column.number("price-usd"), Column.number("price-cny"),
            Column.text("status"), Column.text("engines"), Column.text("confidence"), Column.number("sources"));

    /** Steps of usable memory, GiB. */
    private static final int[] STEPS = {24, 48, 80, 128, 192};

    private static final double GIGA = 1e9;

    private final Scene scene;
    private final HardwareCells cells;
    private final DeviceFacets facets;
    private final List<String> currencies;

    AcceleratorTable(Scene scene) {
        this.scene = scene;
        this.cells = new HardwareCells(scene);
        this.facets = new DeviceFacets(scene);
        this.currencies = Money.currencies(scene.words());
    }

    List<Faceted> rows() {
        List<Faceted> rows = new ArrayList<>();
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            RecordPrices details = new RecordPrices("accelerators", entry.id(), scene);
            String href = new Route(Route.Place.ACCELERATOR, entry.id()).href();
            Row row = new Row(entry.id(), cells.found(entry.id(), entry.name(), entry.vendor(),
                    entry.architecture() + " " + String.join(" ", entry.engines())), List.of(
                    HardwareCells.link(entry.name(), Route.Place.ACCELERATOR, entry.id()),
                    Cell.text(scene.vendor(entry.vendor())),
                    capacity(entry),
                    cells.plain(entry.accelerator().memoryBandwidthBytesPerSecond(), GIGA),
                    sixteenBit(entry),
                    cells.rate(entry, "fp8"),
                    cells.rate(entry, "int8"),
                    cells.rate(entry, "fp4"),
                    scaleUp(entry),
                    power(entry),
                    details.price(currencies.get(0)),
                    details.price(currencies.get(1)),
                    cells.status(entry.status()).with(details.availability().orElse("")),
                    cells.names(entry.engines()),
                    cells.confidence(entry.accelerator().confidence()),
                    details.sources(href)));
            rows.add(facets.memory(facets.device(Faceted.of(row), entry)
                    .with("vendor", entry.vendor(), scene.vendor(entry.vendor()))
                    .with("form", entry.formFactor().orElse(""), entry.formFactor().orElse(""))
                    .with("confidence", Chips.code(entry.accelerator().confidence()),
                            scene.say("confidence." + Chips.code(entry.accelerator().confidence()))),
                    entry.accelerator().memory().map(DeviceMemory::capacityBytes).orElse(0.0), STEPS));
        }
        return rows;
    }

    private Cell capacity(AcceleratorEntry entry) {
        DeviceMemory memory = entry.accelerator().memory().orElse(null);
        return memory == null
                ? cells.missing()
                : Cell.number(memory.capacityBytes(), scene.figures().gibibytesBare(memory.capacityBytes()))
                        .with(scene.say("basis." + memory.basis().name().toLowerCase()));
    }

    /** BF16; FP16 where a device has no BF16. */
    private Cell sixteenBit(AcceleratorEntry entry) {
        return entry.denseFlopPerSecond().containsKey("bf16")
                ? cells.rate(entry, "bf16")
                : entry.denseFlopPerSecond().containsKey("fp16") ? cells.rate(entry, "fp16").with("FP16") : cells.missing();
    }

    private Cell scaleUp(AcceleratorEntry entry) {
        return entry.accelerator().scaleUp().isEmpty()
                ? cells.missing()
                : cells.plain(OptionalDouble.of(entry.accelerator().scaleUp().get().bytesPerSecondPerDirection()), GIGA)
                        .with(entry.scaleUpName().orElse(""));
    }

    /** Software counts devices: a package of two shows the figures of one in every column. */
    private Cell power(AcceleratorEntry entry) {
        return entry.tdpWatts().isEmpty()
                ? cells.missing()
                : cells.plain(OptionalDouble.of(entry.tdpWatts().getAsDouble() / entry.devicesPerPackage()), 1);
    }
}
