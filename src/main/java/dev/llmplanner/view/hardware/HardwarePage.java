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
final class HardwarePage {
    private final Scene scene;
    private final HardwareRows rows;
    private final List<String> currencies;

    private HardwarePage(Scene scene, HardwareRows rows) {
        this.scene = scene;
        this.rows = rows;
        this.currencies = Money.currencies(scene.words());
    }

    static Html of(Scene scene, HardwareRows rows) {
        return new HardwarePage(scene, rows).page();
    }

    private Html page() {
        Route.Place place = scene.state().route().place();
        List<Faceted> all = rows.of(place, scene);
        boolean awaited = DataFile.DETAILS.in(scene.state()).status() == Lazy.Status.LOADING;
        return el("div", "wide").cls("rows-awaited", awaited)
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("hardware.title")))
                .add(el("p", "lead").text(scene.say("hardware.lead")).text(" ").add(GuideLink.to("network-and-racks", scene)))
                .add(HardwareNavigation.of(scene))
                .add(SearchField.of("hardware", all.size(), scene))
                .add(elsewhere())
                .add(filtered(all, switch (place) {
                    case SERVERS -> ServerTable.COLUMNS;
                    case FABRICS -> FabricTable.COLUMNS;
                    default -> AcceleratorTable.COLUMNS;
                }));
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
            for (String text : place == scene.state().route().place() ? List.<String>of() : rows.texts(place, scene)) {
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

    private Html filtered(List<Faceted> all, List<Column> columns) {
        String table = table(scene.state().route().place());
        HardwareFilters filters = new HardwareFilters(table, scene, rows.drawn());
        List<Row> left = new ArrayList<>();
        filters.left(all).forEach(each -> left.add(each.row()));
        return el("div").add(filters.bar(facets(scene.state().route().place()), all))
                .add(new TableView(table, readersOwn(columns), scene, rows.drawn()).of(left, all.size()));
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
