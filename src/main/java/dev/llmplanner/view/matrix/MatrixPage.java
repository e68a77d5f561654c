package dev.llmplanner.view.matrix;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.form.WorkloadEntries;
import dev.llmplanner.view.form.WorkloadView;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.AccuracyLink;
import dev.llmplanner.view.widget.GuideLink;
import dev.llmplanner.view.widget.HardwareNavigation;
import dev.llmplanner.view.widget.Placeholder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page: workload, filters, legend, the cell that the keyboard is on, the table. */
final class MatrixPage {
    private final Scene scene;
    private final Remembered parts;
    private final Remembered rows;
    private final Entries entries;
    private final FormView form;
    private final Board board;

    MatrixPage(Scene scene, Remembered parts, Remembered rows) {
        this.scene = scene;
        this.parts = parts;
        this.rows = rows;
        this.entries = MatrixState.entries(scene.state());
        this.form = new FormView(scene, entries, MatrixState.Asked::new);
        this.board = MatrixState.board(scene.state());
    }

    /** The table is drawn in many steps, in which the fields above it stay as they are. */
    Html all() {
        Element fields = parts.row("fields", List.of(entries, scene.words(), scene.catalog()), this::fields);
        Element legend = parts.row("legend", List.of(scene.words()), this::legend);
        parts.done();
        return el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("matrix.title")))
                .add(HardwareNavigation.of(scene))
                .add(el("p", "lead").text(scene.say("matrix.lead")).text(" ").add(GuideLink.to("which-model-for-which-server", scene)))
                .add(fields)
                .add(legend)
                .add(answer());
    }

    private Html fields() {
        return el("form", "ask").aria("label", scene.say("matrix.form"))
                .onInstead("submit", e -> new Event.Nothing())
                .add(new WorkloadView(scene, form).workload(
                        form.select(WorkloadEntries.WEIGHTS, "field.weights.label", form.worded(
                                choices(WorkloadEntries.WEIGHTS), "choice.weights.", ""))))
                .add(models())
                .add(hardware());
    }

    private List<String> choices(Entry entry) {
        return MatrixEntries.choices(entry, scene.catalog());
    }

    private Html models() {
        Map<String, String> vendors = new LinkedHashMap<>();
        for (String vendor : choices(MatrixEntries.VENDOR)) {
            vendors.put(vendor, vendor.equals(MatrixEntries.ANY) ? scene.say("matrix.any") : scene.vendor(vendor));
        }
        return el("fieldset").key("models")
                .add(el("legend").text(scene.say("matrix.models")))
                .add(form.input(MatrixEntries.SEARCH, "matrix.search-models", ""))
                .add(form.select(MatrixEntries.VENDOR, "matrix.vendor", vendors))
                .add(form.select(MatrixEntries.TIER, "matrix.tier", any(MatrixEntries.TIER, "tier.")))
                .add(form.select(MatrixEntries.ROWS, "matrix.order",
                        form.worded(choices(MatrixEntries.ROWS), "matrix-order.", "")));
    }

    private Html hardware() {
        return el("fieldset").key("hardware")
                .add(el("legend").text(scene.say("matrix.hardware")))
                .add(form.input(MatrixEntries.HARDWARE, "matrix.search-hardware", ""))
                .add(form.select(MatrixEntries.COUNTRY, "matrix.country",
                        any(MatrixEntries.COUNTRY, "value.vendorCountry.")))
                .add(form.select(MatrixEntries.DEVICE, "matrix.device", any(MatrixEntries.DEVICE, "matrix-device.")))
                .add(form.select(MatrixEntries.COLUMNS, "matrix.order",
                        form.worded(choices(MatrixEntries.COLUMNS), "matrix-order.", "")));
    }

    private Map<String, String> any(Entry entry, String prefix) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : choices(entry)) {
            options.put(word, scene.say(word.equals(MatrixEntries.ANY) ? "matrix.any" : prefix + word));
        }
        return options;
    }

    private Html legend() {
        Html list = el("ul", "matrix-legend");
        for (Verdict verdict : Verdict.values()) {
            list.add(el("li", verdict.code())
                    .add(el("strong").text(Grid.mark(verdict) + " " + scene.say("matrix-word." + verdict.code())))
                    .text(" ").add(el("span").text(scene.say("matrix-legend." + verdict.code()))));
        }
        list.add(el("li", "does-not-fit")
                .add(el("strong").text(Grid.mark(Verdict.DOES_NOT_FIT) + " " + scene.say("matrix-word.cannot-run")))
                .text(" ").add(el("span").text(scene.say("matrix-legend.cannot-run"))));
        return el("div", "matrix-key").add(list).add(el("p", "help").text(scene.say("matrix.reading")));
    }

    private Html answer() {
        Html answer = el("section", "matrix-answer").aria("label", scene.say("matrix.grid"));
        if (board.matrix().isEmpty()) {
            return answer.add(MatrixState.terms(scene.state()).isPresent()
                    ? Placeholder.loading(scene.say("matrix.begins")) : Placeholder.empty(scene.say("matrix.mend")));
        }
        Selection selection = MatrixState.selection(scene.state());
        Progress progress = MatrixState.progress(scene.state());
        int most = progress.mostRows(selection.accelerators().size());
        List<ModelEntry> drawn = drawn(selection.models().subList(
                0, Math.min(selection.models().size(), Math.min(most, progress.rows()))));
        boolean any = !selection.models().isEmpty() && !selection.accelerators().isEmpty();
        boolean stale = MatrixState.terms(scene.state()).isEmpty();
        answer.add(el("p", stale ? "stale-note" : "help").attr("role", "status")
                .text(stale ? scene.say("matrix.mend") : status(selection, progress.computed(), most)));
        if (any && !drawn.isEmpty()) {
            Grid grid = new Grid(scene, rows, drawn, selection.accelerators());
            answer.add(CellDetail.of(scene, grid.activeModel(), grid.activeAccelerator()))
                    .add(el("div", "matrix-scroll").cls("stale", stale).add(grid.table()))
                    .add(AccuracyLink.of(scene))
                    .add(el("p", "help print-only").text(scene.say("matrix.print")));
        }
        return any && drawn.size() >= most && selection.models().size() > most
                ? answer.add(el("button").attr("type", "button").text(scene.say("matrix.more"))
                        .on("click", e -> new MatrixState.MoreWanted()))
                : answer;
    }

    /** Those of the rows that are computed; whole tens while some are missing, so that the page isn't painted for each. */
    private List<ModelEntry> drawn(List<ModelEntry> rows) {
        List<ModelEntry> computed = new ArrayList<>();
        for (ModelEntry model : rows) {
            if (board.row(model).isPresent()) {
                computed.add(model);
            }
        }
        return computed.size() == rows.size() ? computed : computed.subList(0, tens(computed.size()));
    }

    private static int tens(int count) {
        return count / 10 * 10;
    }

    private String status(Selection selection, int computed, int most) {
        int rows = selection.models().size();
        if (rows == 0 || selection.accelerators().isEmpty()) {
            return scene.say("matrix.none");
        }
        boolean missing = computed < Math.min(rows, most);
        Arguments arguments = Arguments.of("drawn", missing ? tens(computed) : Math.min(rows, most)).and("models", rows)
                .and("accelerators", selection.accelerators().size());
        return scene.say(missing ? "matrix.progress" : "matrix.count", arguments);
    }
}
