package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Lines;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of the tables, made once and remembered, so that a keystroke only chooses among them. What is remembered never
 * shows: rows are made anew when the catalog, the language or what details.js holds is another.
 */
final class HardwareRows {
    private final Map<Route.Place, Made> made = new HashMap<>();
    private final Map<Route.Place, Texts> texts = new HashMap<>();
    private final Lines drawn = new Lines();

    private record Made(Catalog catalog, Words words, Lazy details, List<Faceted> rows) {
    }

    private record Texts(Catalog catalog, List<String> texts) {
    }

    /** Rows and lists of filters as they were drawn last. */
    Lines drawn() {
        return drawn;
    }

    /** All rows of the table at that place. */
    List<Faceted> of(Route.Place place, Scene scene) {
        Lazy details = DataFile.DETAILS.in(scene.state());
        Made before = made.get(place);
        if (before == null || before.catalog() != scene.catalog() || before.words() != scene.words() || before.details() != details) {
            before = new Made(scene.catalog(), scene.words(), details, switch (place) {
                case SERVERS -> new ServerTable(scene).rows();
                case FABRICS -> new FabricTable(scene).rows();
                default -> new AcceleratorTable(scene).rows();
            });
            made.put(place, before);
        }
        return before.rows();
    }

    /** What a search looks through at that place, which may be another one than the page's. */
    List<String> texts(Route.Place place, Scene scene) {
        Texts before = texts.get(place);
        if (before == null || before.catalog() != scene.catalog()) {
            before = new Texts(scene.catalog(), found(place, scene));
            texts.put(place, before);
        }
        return before.texts();
    }

    private static List<String> found(Route.Place place, Scene scene) {
        HardwareCells cells = new HardwareCells(scene);
        List<String> found = new ArrayList<>();
        switch (place) {
            case SERVERS -> scene.catalog().servers().forEach(server ->
                    found.add(cells.found(server.id(), server.name(), server.vendor(), cells.acceleratorName(server))));
            case FABRICS -> scene.catalog().fabrics().forEach(fabric ->
                    found.add(cells.found(fabric.id(), fabric.name(), fabric.vendor(), fabric.topology().orElse(""))));
            default -> scene.catalog().accelerators().forEach(entry -> found.add(cells.found(entry.id(), entry.name(),
                    entry.vendor(), entry.architecture() + " " + String.join(" ", entry.engines()))));
        }
        return found;
    }
}
