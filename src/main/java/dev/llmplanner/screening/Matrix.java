package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.roofline.PassTable;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Glance;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models × accelerators under one set of terms.
 *
 * <p>A cell is computed when it is first asked for, and what a row has in common is read once. Its figures equal those of {@link dev.llmplanner.contract.Planner#evaluate} for {@link #request}.
 */
public final class Matrix {

    private final CatalogPlanner planner;
    private final Terms terms;
    private final List<ModelEntry> models;
    private final List<AcceleratorEntry> accelerators;
    private final int[] serverGpus;
    private final Row[] rows;
    private final Cell[][] cells;
    private final Map<String, Integer> places = new HashMap<>();
    private final PassTable.Products products = new PassTable.Products();

    private Matrix(
            CatalogPlanner planner, Terms terms, List<ModelEntry> models, List<AcceleratorEntry> accelerators) {
        this.planner = planner;
        this.terms = terms;
        this.models = List.copyOf(models);
        this.accelerators = List.copyOf(accelerators);
        this.rows = new Row[models.size()];
        this.cells = new Cell[models.size()][];
        for (int i = 0; i < models.size(); i++) {
            places.put(models.get(i).id(), i);
        }
        ServerSize sizes = new ServerSize(planner.catalog());
        this.serverGpus = new int[accelerators.size()];
        for (int i = 0; i < serverGpus.length; i++) {
            serverGpus[i] = sizes.of(accelerators.get(i));
        }
    }

    /** Those models on those accelerators. */
    public static Matrix of(
            CatalogPlanner planner, Terms terms, List<ModelEntry> models, List<AcceleratorEntry> accelerators) {
        return new Matrix(planner, terms, models, accelerators);
    }

    /** Every model on every accelerator of the catalog. */
    public static Matrix of(CatalogPlanner planner, Terms terms) {
        return of(planner, terms, planner.catalog().models(), planner.catalog().accelerators());
    }

    public Terms terms() {
        return terms;
    }

    /** Rows. */
    public List<ModelEntry> models() {
        return models;
    }

    /** Columns. */
    public List<AcceleratorEntry> accelerators() {
        return accelerators;
    }

    /** What a row has in common: an inquiry from which those for its devices are made, or why there is none. */
    private record Row(Optional<Inquiry> inquiry, Optional<Finding> refusal) {}

    private Row row(int model) {
        Row row = rows[model];
        if (row == null) {
            row = read(models.get(model));
            rows[model] = row;
        }
        return row;
    }

    private Row read(ModelEntry model) {
        if (model.architecture().isEmpty()) {
            return new Row(Optional.empty(), Optional.of(Finding.of(Severity.UNKNOWN, "architecture-unknown")
                    .with("model", model.id())
                    .with("reason", model.notComputable().orElse(""))
                    .with("file", "models-catalog/" + model.vendor() + "/" + model.id() + ".json")));
        }
        try {
            return new Row(Optional.of(planner.inquire(
                    terms.request(model.id()).put("accelerator", accelerators.get(0).id()).build())), Optional.empty());
        } catch (RequestException refused) {
            return new Row(Optional.empty(), Optional.of(Finding.of(Severity.BLOCKING, refused.code())
                    .with("model", model.id())));
        }
    }

    /** The row of that model. */
    public int place(String model) {
        return places.get(model);
    }

    /** The place of a cell in a {@link Run}. */
    public int place(int model, int accelerator) {
        return model * accelerators.size() + accelerator;
    }

    /** All cells, to be computed in slices. */
    public Run<Cell> run() {
        int columns = accelerators.size();
        return Run.of(models.size() * columns, place -> cell(place / columns, place % columns));
    }

    /** The inquiry of that cell; empty where the model or the terms can't be computed. */
    Optional<Inquiry> inquiry(int model, int accelerator) {
        return row(model).inquiry().map(inquiry -> inquiry.on(accelerators.get(accelerator)));
    }

    /** The answer in that row and column. */
    public Cell cell(int model, int accelerator) {
        if (cells[model] == null) {
            cells[model] = new Cell[accelerators.size()];
        }
        Cell known = cells[model][accelerator];
        if (known == null) {
            known = computed(model, accelerator);
            cells[model][accelerator] = known;
        }
        return known;
    }

    /** Whether every cell of that row is there already. */
    public boolean knows(int model) {
        if (cells[model] == null) {
            return false;
        }
        for (Cell each : cells[model]) {
            if (each == null) {
                return false;
            }
        }
        return true;
    }

    /** That row as {@link #take} reads it. */
    JsonObject told(int model) {
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < serverGpus.length; i++) {
            row.add(cell(model, i));
        }
        return RowJson.of(models.get(model).id(), row);
    }

    /** Takes over a row that another matrix of the same terms, models and accelerators computed, but for cells that are there. */
    public void take(JsonObject row) {
        int model = place(RowJson.model(row));
        if (knows(model)) {
            return;
        }
        List<Cell> others = RowJson.cells(row, serverGpus);
        Cell[] mine = cells[model] == null ? new Cell[serverGpus.length] : cells[model];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = mine[i] == null ? others.get(i) : mine[i];
        }
        cells[model] = mine;
    }

    private Cell computed(int model, int accelerator) {
        int server = serverGpus[accelerator];
        Optional<Inquiry> inquiry = inquiry(model, accelerator);
        if (inquiry.isEmpty()) {
            Finding refusal = row(model).refusal().orElseThrow();
            return empty(refusal.severity() == Severity.UNKNOWN ? Verdict.UNKNOWN : Verdict.DOES_NOT_FIT, server, refusal);
        }
        if (accelerators.get(accelerator).accelerator().memory().isEmpty()) {
            return ReplicaChoice.first(inquiry.get()).map(layout -> unknown(layout, inquiry.get(), server))
                    .orElseGet(() -> undivided(server));
        }
        products.clear();
        return ReplicaChoice.of(inquiry.get(), terms.users(), products).map(glance -> cell(glance, server))
                .orElseGet(() -> undivided(server));
    }

    private static Cell empty(Verdict verdict, int serverGpus, Finding reason) {
        return new Cell(verdict, 0, Optional.empty(), serverGpus, Optional.empty(), Optional.of(reason), Confidence.LOW);
    }

    private static Cell undivided(int serverGpus) {
        return empty(Verdict.DOES_NOT_FIT, serverGpus, Finding.of(Severity.BLOCKING, "no-legal-layout"));
    }

    /** A device without a capacity. */
    private static Cell unknown(ParallelLayout layout, Inquiry inquiry, int serverGpus) {
        Estimate estimate = inquiry.estimate(layout);
        return new Cell(estimate.verdict(), layout.gpus(), Optional.of(layout), serverGpus, Optional.empty(),
                estimate.findings().stream().findFirst(), estimate.confidence());
    }

    private static Cell cell(Glance glance, int serverGpus) {
        ParallelLayout layout = glance.deployment().layout();
        Optional<Band> output = glance.outputTokensPerSecondPerGpu()
                .map(gpu -> new Band(serverGpus * gpu.low(), serverGpus * gpu.mid(), serverGpus * gpu.high()));
        return new Cell(
                glance.verdict(), layout.gpus(), Optional.of(layout), serverGpus, output,
                output.isPresent() ? Optional.empty() : glance.reason(), glance.confidence());
    }

    /** Why that cell has no speed, with the file in which a missing fact belongs. */
    public Optional<Finding> reason(int model, int accelerator) {
        Optional<Inquiry> inquiry = inquiry(model, accelerator);
        return cell(model, accelerator).reason().map(finding -> inquiry.isPresent()
                ? inquiry.get().located(finding) : finding);
    }

    /**
     * The request that the Calculator answers with the figures of that cell; where the cell has no layout, the request that
     * it refuses or can't answer.
     */
    public JsonObject request(int model, int accelerator) {
        Cell cell = cell(model, accelerator);
        AcceleratorEntry device = accelerators.get(accelerator);
        return cell.layout()
                .map(layout -> inquiry(model, accelerator).orElseThrow().request(layout))
                .orElseGet(() -> terms.request(models.get(model).id()).put("accelerator", device.id()).build());
    }
}
