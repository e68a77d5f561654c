package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells that are computed, under one set of terms; whole rows, with every accelerator of the catalog.
 *
 * @param serial tells it from the boards before it
 * @param matrix that computes them; absent before anything was asked
 * @param places of models and accelerators in the matrix, by id
 * @param rows   cells in the matrix's order, by model
 */
record Board(int serial, Optional<Matrix> matrix, Map<String, Integer> places, Map<String, List<Cell>> rows) {

    /** Nothing asked. */
    static final Board NONE = new Board(0, Optional.empty(), Map.of(), Map.of());

    Board {
        rows = Collections.unmodifiableMap(rows);
    }

    /** Nothing computed yet. */
    static Board of(CatalogPlanner planner, Terms terms, int serial) {
        Matrix matrix = Matrix.of(planner, terms);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < matrix.models().size(); i++) {
            places.put(matrix.models().get(i).id(), i);
        }
        for (int i = 0; i < matrix.accelerators().size(); i++) {
            places.put(matrix.accelerators().get(i).id(), i);
        }
        return new Board(serial, Optional.of(matrix), places, Map.of());
    }

    /** Whether its cells answer these terms on this catalog. */
    boolean answers(Terms terms, Catalog catalog) {
        return matrix.isPresent() && matrix.get().terms().equals(terms)
                && same(matrix.get().models(), catalog.models())
                && same(matrix.get().accelerators(), catalog.accelerators());
    }

    /** Whether both hold the same instances. */
    static <T> boolean same(List<T> left, List<T> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where that model or accelerator stands in the matrix. */
    int place(String id) {
        return places.get(id);
    }

    /** The row of that model, once it is computed. */
    Optional<List<Cell>> row(ModelEntry model) {
        return Optional.ofNullable(rows.get(model.id()));
    }

    /** The same with the rows of those models too. */
    Board with(List<ModelEntry> models) {
        Map<String, List<Cell>> more = new LinkedHashMap<>(rows);
        for (ModelEntry model : models) {
            more.put(model.id(), computed(model));
        }
        return new Board(serial, matrix, places, more);
    }

    /** The row of that model: computed now, unless it was before, which the matrix remembers. */
    List<Cell> computed(ModelEntry model) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < matrix.orElseThrow().accelerators().size(); i++) {
            cells.add(matrix.orElseThrow().cell(place(model.id()), i));
        }
        return List.copyOf(cells);
    }
}
