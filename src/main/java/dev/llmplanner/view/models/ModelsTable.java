package dev.llmplanner.view.models;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Order;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** The table of models: rows in groups, columns in groups. */
final class ModelsTable {
    private final Scene scene;
    private final ModelsState view;
    private final ModelRows rows;
    private final Remembered heads;

    /**
     * The table.
     *
     * @param heads of groups, as they were drawn last
     */
    ModelsTable(Scene scene, ModelRows rows, Remembered heads) {
        this.scene = scene;
        this.view = scene.state().get(ModelsState.SLOT);
        this.rows = rows;
        this.heads = heads;
    }

    Html of(Shown shown) {
        Html table = el("table", "records models-table").add(widths()).add(head());
        view.hidden().forEach(group -> table.cls("without-" + group.code()));
        int left = Drawn.in(scene.state()).rows();
        for (Shown.Group group : shown.groups()) {
            if (left > 0) {
                table.add(body(group, left));
                left -= group.rows().size();
            }
        }
        heads.done();
        return el("div", "scroll models-scroll").cls("is-coming", Drawn.coming(scene.state(), shown.count())).id("models-table").attr("tabindex", 0).attr("role", "region")
                .aria("label", scene.say("table.models"))
                .onInstead("keydown", e -> e.ctrl() || e.meta() || e.alt() ? null : key(e.key()))
                .add(table);
    }

    /** What a key means within the table. */
    private Object key(String key) {
        return switch (key) {
            case "ArrowDown" -> new ModelsEvent.RowStepped(rows, 1);
            case "ArrowUp" -> new ModelsEvent.RowStepped(rows, -1);
            default -> null;
        };
    }

    /** Columns of fixed width: the browser then lays out each row by itself. */
    private static Html widths() {
        Html widths = el("colgroup").add(el("col", "pick"));
        for (ModelColumn column : ModelColumn.ALL) {
            Html width = el("col", "c-" + column.code());
            column.group().ifPresent(group -> width.cls("g-" + group.code()));
            widths.add(width);
        }
        return widths.add(el("col", "act"));
    }

    private Html head() {
        Html groups = el("tr", "column-groups").add(el("td").attr("colspan", 2));
        for (ColumnGroup group : ColumnGroup.ALL) {
            groups.add(el("th", "g-" + group.code()).key(group.code()).attr("scope", "colgroup")
                    .attr("colspan", count(group)).text(scene.say("models.columns." + group.code())));
        }
        Html row = el("tr").add(el("td", "pick").add(el("span", "unseen").text(scene.say("compare.column"))));
        ModelColumn.ALL.forEach(column -> row.add(head(column)));
        return el("thead").add(groups.add(el("td", "act")))
                .add(row.add(el("td", "act").add(el("span", "unseen").text(scene.say("column.actions")))));
    }

    private static int count(ColumnGroup group) {
        return (int) ModelColumn.ALL.stream().filter(column -> column.group().filter(group::equals).isPresent()).count();
    }

    private Html head(ModelColumn column) {
        Order order = view.order();
        boolean sorted = column.code().equals(order.column());
        String direction = !sorted ? "none" : order.descending() ? "descending" : "ascending";
        Html head = el("th").key(column.code()).cls("c-" + column.code()).cls("number", column.isNumeric())
                .attr("scope", "col").aria("sort", direction)
                .add(el("button", "sort").attr("type", "button")
                        .text(scene.say("column." + column.code()))
                        .add(el("span", "arrow").aria("hidden", true)
                                .text(!sorted ? "\u2195" : order.descending() ? "\u2193" : "\u2191"))
                        .on("click", e -> new ModelsEvent.Changed(
                                view.with(order.click(column.code(), column.isNumeric())))));
        column.group().ifPresent(group -> head.cls("g-" + group.code()));
        return head;
    }

    private Html body(Shown.Group group, int most) {
        Html body = el("tbody").key("group-" + group.code());
        if (!group.code().isEmpty()) {
            int count = group.rows().size();
            body.add(heads.row(group.code(), List.of(scene.words(), heads.same(count + " " + columns())), () -> head(group.code(), count)));
        }
        for (Shown.Row row : group.rows().subList(0, Math.min(most, group.rows().size()))) {
            body.add(row.element().get());
        }
        return body;
    }

    /** The row above a group: kept as the others are, so that the page may put in all of them by itself. */
    private Html head(String code, int count) {
        return el("tr", "group").key("group").add(el("th").attr("scope", "rowgroup").attr("colspan", 2)
                .add(el("span", "group-name").text(name(code)))
                .add(el("span", "muted").text(scene.say("models.count-of-group", Arguments.of("count", count)))))
                .add(el("td").attr("colspan", columns() - 2));
    }

    /** Cells of a row that are in sight: two more than columns, for the comparison and the Calculator. */
    private int columns() {
        int hidden = 0;
        for (ColumnGroup group : view.hidden()) {
            hidden += count(group);
        }
        return ModelColumn.ALL.size() + 2 - hidden;
    }

    private String name(String code) {
        return view.arrangement() == Arrangement.VENDOR ? scene.vendor(code) : scene.say("tier." + code);
    }
}
