package dev.llmplanner.view.table;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.List;

/** A table of records: each column sorts, and the page's search leaves the rows that hold every word. */
public final class TableView {
    private final String name;
    private final List<Column> columns;
    private final Scene scene;
    private final Lines lines;

    /**
     * The table of that name, which its messages and its part of the address carry.
     *
     * @param lines as they were drawn last
     */
    public TableView(String name, List<Column> columns, Scene scene, Lines lines) {
        this.name = name;
        this.columns = columns;
        this.scene = scene;
        this.lines = lines;
    }

    /** The rows that the search leaves of those that filters left of so many. */
    public Html of(List<Row> all, int total) {
        List<String> words = Search.words(Tables.searched(scene.state()));
        List<Row> rows = new ArrayList<>();
        for (Row row : all) {
            if (Search.matches(row.found(), words)) {
                rows.add(row);
            }
        }
        sort(rows);
        Html section = el("section", "table " + name).aria("labelledby", name + "-title")
                .add(el("h2").id(name + "-title").text(scene.say("table." + name)))
                .add(el("p", "help").attr("role", "status").text(scene.say("table.count",
                        Arguments.of("shown", rows.size()).and("all", total))));
        return section.add(rows.isEmpty()
                ? el("p", "empty").text(scene.say("table.none"))
                : el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                        .aria("labelledby", name + "-title")
                        .add(el("table", "records").add(widths()).add(head(total)).add(body(rows))));
    }

    /** Missing facts stand last, whichever way the column is sorted. */
    private void sort(List<Row> rows) {
        Order order = Tables.orderOf(name, scene.state());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(order.column())) {
                int column = i;
                rows.sort((left, right) -> {
                    Cell a = left.cells().get(column);
                    Cell b = right.cells().get(column);
                    if (a.known() != b.known()) {
                        return a.known() ? -1 : 1;
                    }
                    return order.descending() ? b.compare(a) : a.compare(b);
                });
            }
        }
    }

    /** Columns of fixed width: the browser then lays out each row by itself, and no column moves. */
    private Html widths() {
        Html widths = el("colgroup");
        for (Column column : columns) {
            widths.add(el("col", "c-" + column.name()));
        }
        return widths.add(el("col", "act"));
    }

    private Html head(int records) {
        Order order = Tables.orderOf(name, scene.state());
        Html row = el("tr");
        for (Column column : columns) {
            boolean sorted = column.name().equals(order.column());
            String direction = !sorted ? "none" : order.descending() ? "descending" : "ascending";
            row.add(el("th").key(column.name()).cls("number", column.numeric()).attr("scope", "col")
                    .aria("sort", direction)
                    .add(el("button", "sort").attr("type", "button")
                            .text(scene.say("column." + column.name()))
                            .add(el("span", "arrow").aria("hidden", true)
                                    .text(!sorted ? "\u2195" : order.descending() ? "\u2193" : "\u2191"))
                            .on("click", e -> new Tables.ColumnClicked(name, column.name(), column.numeric(), records))));
        }
        return el("thead").add(row.add(el("td").add(el("span", "unseen").text(scene.say("column.actions")))));
    }

    private Html body(List<Row> rows) {
        Html body = el("tbody");
        State state = scene.state();
        for (Row row : rows.subList(0, Math.min(rows.size(), Drawn.in(state).rows()))) {
            body.add(lines.line(name + "/" + row.id(),
                    List.of(row, scene.words(), state.scenario(), state.get(Additions.SLOT), state.languageChosen()), () -> line(row)));
        }
        return body;
    }

    private Html line(Row row) {
        Html line = el("tr").key(row.id()).data("id", row.id());
        for (int i = 0; i < columns.size(); i++) {
            line.add(cell(columns.get(i), row.cells().get(i), i == 0));
        }
        return line.add(el("td", "act").add(Actions.calculate(name, row.id(), scene)));
    }

    private static Html cell(Column column, Cell cell, boolean first) {
        Html element = first ? el("th").attr("scope", "row") : el("td");
        element.key(column.name()).cls("c-" + column.name()).cls("number", column.numeric())
                .cls("missing", !cell.known());
        if (cell.href().isEmpty()) {
            element.text(cell.text());
        } else {
            element.add(el("a").attr("href", cell.href()).text(cell.text()));
        }
        return cell.detail().isEmpty() ? element : element.add(el("span", "detail").text(cell.detail()));
    }
}
