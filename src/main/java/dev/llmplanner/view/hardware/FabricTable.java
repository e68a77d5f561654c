package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.table.Column;
import dev.llmplanner.view.table.Row;
import dev.llmplanner.view.widget.Chips;
import java.util.ArrayList;
import java.util.List;

/** Fabrics between servers: bytes per second and direction first. */
final class FabricTable {
    static final List<Column> COLUMNS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("class"), Column.number("per-direction"),
            Column.number("line-rate"), Column.number("domain"), Column.text("topology"), Column.text("status"),
            Column.text("confidence"), Column.number("sources"));

    private static final double GIGA = 1e9;

    private final Scene scene;
    private final HardwareCells cells;

    FabricTable(Scene scene) {
        this.scene = scene;
        this.cells = new HardwareCells(scene);
    }

    List<Faceted> rows() {
        List<Faceted> rows = new ArrayList<>();
        for (FabricEntry fabric : scene.catalog().fabrics()) {
            String topology = fabric.topology().orElse("");
            String href = new Route(Route.Place.FABRIC, fabric.id()).href();
            Row row = new Row(fabric.id(), cells.found(fabric.id(), fabric.name(), fabric.vendor(), topology), List.of(
                    HardwareCells.link(fabric.name(), Route.Place.FABRIC, fabric.id()),
                    Cell.text(scene.vendor(fabric.vendor())),
                    Cell.text(scene.say("class." + fabric.fabricClass())),
                    cells.plain(fabric.bytesPerSecondPerDirection(), GIGA),
                    cells.plain(fabric.portBitsPerSecond(), GIGA),
                    cells.whole(fabric.maxDomain()),
                    topology.isEmpty() ? cells.missing() : Cell.text(topology),
                    cells.status(fabric.status()),
                    cells.confidence(fabric.confidence()),
                    new RecordPrices("fabrics", fabric.id(), scene).sources(href)));
            rows.add(Faceted.of(row)
                    .with("vendor", fabric.vendor(), scene.vendor(fabric.vendor()))
                    .with("class", fabric.fabricClass(), scene.say("class." + fabric.fabricClass()))
                    .with("status", fabric.status(), scene.sayOr("status." + fabric.status(), "status.other"))
                    .with("confidence", Chips.code(fabric.confidence()),
                            scene.say("confidence." + Chips.code(fabric.confidence()))));
        }
        return rows;
    }
}
