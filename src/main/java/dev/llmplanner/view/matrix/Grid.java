package dev.llmplanner.view.matrix;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The table: a row per model, a column per accelerator, a link in each cell. One cell is in the order of the Tab key. Roles
 * are written out, since rows are laid out on their own, so that the browser leaves those out of sight alone.
 */
final class Grid {
    /** Element of the cell that the keyboard is on. */
    static final String ACTIVE = "matrix-active";
    /** Element of the text about that cell. */
    static final String DETAIL = "matrix-detail";

    private static final String HEAD = "columns";
    private static final int PAGE = 10;

    private final Scene scene;
    private final Remembered remembered;
    private final Board board;
    private final List<ModelEntry> models;
    private final List<AcceleratorEntry> accelerators;
    private final int[] places;
    private final int activeRow;
    private final int activeColumn;
    private final CellLink link;
    private final Map<Verdict, String> marks = new LinkedHashMap<>();
    private final Map<Verdict, String> words = new LinkedHashMap<>();
    private final String refused;
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Map<Finding, String> titles = new HashMap<>();
    private Finding latest;
    private String latestTitle;

    /**
     * The table.
     *
     * @param models whose rows are drawn; all are computed
     */
    Grid(Scene scene, Remembered remembered, List<ModelEntry> models, List<AcceleratorEntry> accelerators) {
        this.scene = scene;
        this.remembered = remembered;
        this.board = MatrixState.board(scene.state());
        this.models = models;
        this.accelerators = accelerators;
        this.places = new int[accelerators.size()];
        MatrixState.Position position = MatrixState.position(scene.state());
        int column = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = board.place(accelerators.get(i).id());
            column = accelerators.get(i).id().equals(position.accelerator()) ? i : column;
        }
        int row = 0;
        for (int i = 0; i < models.size(); i++) {
            row = models.get(i).id().equals(position.model()) ? i : row;
        }
        this.activeRow = row;
        this.activeColumn = column;
        this.link = new CellLink(scene.state(), board.matrix().orElseThrow().terms());
        this.refused = scene.say("matrix-word.cannot-run");
        for (Verdict verdict : Verdict.values()) {
            marks.put(verdict, mark(verdict));
            words.put(verdict, scene.say("matrix-word." + verdict.code()));
        }
    }

    /** The sign of a verdict. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case FITS -> "\u2713";
            case TIGHT -> "!";
            case DOES_NOT_FIT -> "\u2715";
            case UNKNOWN -> "?";
        };
    }

    ModelEntry activeModel() {
        return models.get(activeRow);
    }

    AcceleratorEntry activeAccelerator() {
        return accelerators.get(activeColumn);
    }

    Html table() {
        List<Element> rows = new ArrayList<>();
        Object terms = board.matrix().orElseThrow().terms();
        Object additions = scene.state().get(Additions.SLOT);
        for (int i = 0; i < models.size(); i++) {
            ModelEntry model = models.get(i);
            int active = i == activeRow ? activeColumn : -1;
            List<Cell> cells = board.row(model).orElseThrow();
            rows.add(remembered.row(model.id(), List.of(model, cells, scene.words(), accelerators, terms, additions,
                    scene.state().languageChosen(), mark(active)),
                    () -> row(model, cells, active)));
        }
        Element head = remembered.row(HEAD, List.of(accelerators, scene.words()), this::head);
        remembered.done();
        return el("table", "matrix").attr("role", "grid").aria("label", scene.say("matrix.grid"))
                .onInstead("keydown", this::moved)
                .add(head)
                .add(el("tbody").attr("role", "rowgroup").add(rows));
    }

    private Object mark(int column) {
        return remembered.same(Integer.toString(column));
    }

    private Html head() {
        Html row = el("tr").attr("role", "row").add(el("th", "corner").attr("role", "columnheader").text(scene.say("matrix.corner")));
        for (AcceleratorEntry each : accelerators) {
            OptionalDouble bandwidth = each.accelerator().memoryBandwidthBytesPerSecond();
            row.add(el("th").key(each.id()).attr("role", "columnheader").text(each.name())
                    .add(el("span", "detail").text(bandwidth.isPresent()
                            ? scene.figures().gigabytesPerSecond(bandwidth.getAsDouble()) : scene.say("not-published"))));
        }
        return el("thead").attr("role", "rowgroup").add(row);
    }

    private Html row(ModelEntry model, List<Cell> cells, int active) {
        OptionalDouble total = model.totalParameters();
        Html row = el("tr").key(model.id()).attr("role", "row").add(el("th").attr("role", "rowheader").text(model.name())
                .add(el("span", "detail").text(scene.vendor(model.vendor()) + (total.isPresent()
                        ? " · " + scene.figures().billions(total.getAsDouble()) + "B" : ""))));
        for (int i = 0; i < places.length; i++) {
            row.add(cell(model, accelerators.get(i), cells.get(places[i]), i == active));
        }
        return row;
    }

    private Html cell(ModelEntry model, AcceleratorEntry accelerator, Cell cell, boolean active) {
        Html anchor = el("a").attr("href", "#" + link.hash(model.id(), accelerator.id(), cell))
                .attr("tabindex", active ? "0" : "-1")
                .text(text(cell));
        if (active) {
            anchor.id(ACTIVE).aria("describedby", DETAIL);
        }
        if (cell.reason().isPresent() && (cell.verdict() != Verdict.DOES_NOT_FIT || isRefused(cell))) {
            anchor.attr("title", title(cell.reason().get()));
        }
        return el("td", cell.verdict().code()).attr("role", "gridcell").add(anchor);
    }

    /** Cells in a row often share a finding. */
    private String title(Finding reason) {
        if (reason != latest) {
            latest = reason;
            latestTitle = titles.computeIfAbsent(reason, new FindingWords(scene)::of);
        }
        return latestTitle;
    }

    /** Whether no layout divides the model, or the workload is beyond it. */
    private static boolean isRefused(Cell cell) {
        return cell.verdict() == Verdict.DOES_NOT_FIT && cell.gpus() == 0;
    }

    /** Two lines: sign and speed, then the word and the GPUs of the replica. */
    private String text(Cell cell) {
        String speed = cell.outputTokensPerSecondPerServer().isPresent()
                ? scene.words().significant(cell.outputTokensPerSecondPerServer().get().mid(), 3)
                : cell.verdict() == Verdict.FITS || cell.verdict() == Verdict.TIGHT ? "?" : "";
        String gpus = cell.gpus() == 0 ? "" : cell.verdict() == Verdict.DOES_NOT_FIT
                ? " · >" + number(cell.gpus()) : " · " + number(cell.gpus());
        return marks.get(cell.verdict()) + " " + speed + "\n"
                + (isRefused(cell) ? refused : words.get(cell.verdict())) + gpus;
    }

    private String number(int gpus) {
        return numbers.computeIfAbsent(gpus, count -> Integer.toString(count));
    }

    private Event moved(DomEvent event) {
        int row = activeRow;
        int column = activeColumn;
        switch (event.key()) {
            case "ArrowRight" -> column++;
            case "ArrowLeft" -> column--;
            case "ArrowDown" -> row++;
            case "ArrowUp" -> row--;
            case "PageDown" -> row += PAGE;
            case "PageUp" -> row -= PAGE;
            case "Home" -> {
                column = 0;
                row = event.ctrl() ? 0 : row;
            }
            case "End" -> {
                column = accelerators.size() - 1;
                row = event.ctrl() ? models.size() - 1 : row;
            }
            default -> {
                return null;
            }
        }
        if (event.alt() || event.meta() || event.shift()) {
            return null;
        }
        return new MatrixState.Moved(new MatrixState.Position(
                models.get(Math.max(0, Math.min(row, models.size() - 1))).id(),
                accelerators.get(Math.max(0, Math.min(column, accelerators.size() - 1))).id()));
    }
}
