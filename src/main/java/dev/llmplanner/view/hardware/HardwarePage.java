package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Column;
import dev.llmplanner.view.table.Row;
import dev.llmplanner.view.table.SearchField;
import dev.llmplanner.view.table.TableView;
import dev.llmplanner.view.table.Tables;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.GuideLink;
import dev.llmplanner.view.widget.HardwareNavigation;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Accelerators, servers and fabrics: capacity and bandwidth first, rates second. */
public final class HardwarePage {
    private final Scene scene;
    private final HardwareCells cells;
    private final List<String> currencies;

    private HardwarePage(Scene scene) {
        this.scene = scene;
        this.cells = new HardwareCells(scene);
        this.currencies = Money.currencies(scene.words());
    }

    public static Html of(Scene scene) {
        return new HardwarePage(scene).page();
    }

    private Html page() {
        boolean awaited = DataFile.DETAILS.in(scene.state()).status() == Lazy.Status.LOADING;
        return el("div", "wide").cls("rows-awaited", awaited)
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("hardware.title")))
                .add(el("p", "lead").text(scene.say("hardware.lead")).text(" ").add(GuideLink.to("network-and-racks", scene)))
                .add(HardwareNavigation.of(scene))
                .add(SearchField.of("hardware", scene))
                .add(elsewhere())
                .add(switch (scene.state().route().place()) {
                    case SERVERS -> filtered(new ServerTable(scene).rows(), ServerTable.COLUMNS);
                    case FABRICS -> filtered(new FabricTable(scene).rows(), FabricTable.COLUMNS);
                    default -> filtered(new AcceleratorTable(scene).rows(), AcceleratorTable.COLUMNS);
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

    /** Facets of the table at that place, in the order of the page. */
    static List<String> facets(Route.Place place) {
        return switch (place) {
            case SERVERS -> List.of("vendor", "country", "status", "memory", "cooling", "engine", "confidence");
            case FABRICS -> List.of("vendor", "class", "status", "confidence");
            default -> List.of("vendor", "country", "status", "memory", "form", "engine", "confidence");
        };
    }

    /** A search that finds records of the other tables says so. */
    private Html elsewhere() {
        Html found = el("p", "help found-elsewhere");
        String query = Tables.searched(scene.state());
        List<String> words = Search.words(query);
        if (words.isEmpty()) {
            return found;
        }
        for (Route.Place place : List.of(Route.Place.HARDWARE, Route.Place.SERVERS, Route.Place.FABRICS)) {
            int count = 0;
            for (String text : place == scene.state().route().place() ? List.<String>of() : texts(place)) {
                count += Search.matches(text, words) ? 1 : 0;
            }
            if (count > 0) {
                found.add(el("a").key(place.code()).attr("href", "#" + Address.of(scene.state(), Map.of("q", query), Route.of(place)))
                        .text(scene.say("hardware.found-elsewhere", Arguments.of("count", count)
                                .and("page", scene.say("hardware-nav." + place.code())))));
            }
        }
        return found;
    }

    private List<String> texts(Route.Place place) {
        List<String> texts = new ArrayList<>();
        switch (place) {
            case SERVERS -> scene.catalog().servers().forEach(server ->
                    texts.add(cells.found(server.id(), server.name(), server.vendor(), cells.acceleratorName(server))));
            case FABRICS -> scene.catalog().fabrics().forEach(fabric ->
                    texts.add(cells.found(fabric.id(), fabric.name(), fabric.vendor(), fabric.topology().orElse(""))));
            default -> scene.catalog().accelerators().forEach(entry -> texts.add(cells.found(entry.id(), entry.name(),
                    entry.vendor(), entry.architecture() + " " + String.join(" ", entry.engines()))));
        }
        return texts;
    }

    private Html filtered(List<Faceted> all, List<Column> columns) {
        String table = table(scene.state().route().place());
        HardwareFilters filters = new HardwareFilters(table, scene);
        List<Row> rows = new ArrayList<>();
        filters.left(all).forEach(left -> rows.add(left.row()));
        return el("div").add(filters.bar(facets(scene.state().route().place()), all))
                .add(new TableView(table, readersOwn(columns), scene).of(rows, all.size()));
    }

    /** The columns with the price in the reader's own currency before the other one. */
    private List<Column> readersOwn(List<Column> columns) {
        List<Column> ordered = new ArrayList<>();
        int prices = 0;
        for (Column column : columns) {
            ordered.add(column.name().startsWith("price-")
                    ? Column.number("price-" + currencies.get(prices++).toLowerCase()) : column);
        }
        return ordered;
    }
}
