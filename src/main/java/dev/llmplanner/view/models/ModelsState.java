package dev.llmplanner.view.models;

import dev.llmplanner.view.Slot;
import dev.llmplanner.view.table.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Models view keeps.
 *
 * @param arrangement of the rows
 * @param query       as it is typed
 * @param filters     by facet
 * @param order       within each group of rows
 * @param reference   on which speeds are computed
 * @param wrong       texts of the reference's fields that are no such number
 * @param filtering   whether all filters are in sight
 * @param hidden      groups of columns that are put away
 * @param active      id of the row that keys move from; blank for none
 */
record ModelsState(
        Arrangement arrangement,
        String query,
        Filters filters,
        Order order,
        Reference reference,
        Map<Quantity, String> wrong,
        boolean filtering,
        List<ColumnGroup> hidden,
        String active) {

    static final Slot<ModelsState> SLOT = Slot.input("models", new ModelsState(Arrangement.VENDOR, "", Filters.NONE,
            Order.UNSORTED, Reference.INITIAL, Map.of(), false, List.of(), ""));

    ModelsState {
        wrong = new LinkedHashMap<>(wrong);
        hidden = ColumnGroup.ALL.stream().filter(hidden::contains).toList();
    }

    ModelsState with(Arrangement next) {
        return new ModelsState(next, query, filters, order, reference, wrong, filtering, hidden, active);
    }

    ModelsState withQuery(String next) {
        return new ModelsState(arrangement, next, filters, order, reference, wrong, filtering, hidden, active);
    }

    ModelsState with(Filters next) {
        return new ModelsState(arrangement, query, next, order, reference, wrong, filtering, hidden, active);
    }

    ModelsState with(Order next) {
        return new ModelsState(arrangement, query, filters, next, reference, wrong, filtering, hidden, active);
    }

    ModelsState with(Reference next) {
        return new ModelsState(arrangement, query, filters, order, next, wrong, filtering, hidden, active);
    }

    ModelsState withWrong(Map<Quantity, String> next) {
        return new ModelsState(arrangement, query, filters, order, reference, next, filtering, hidden, active);
    }

    ModelsState withFiltering(boolean next) {
        return new ModelsState(arrangement, query, filters, order, reference, wrong, next, hidden, active);
    }

    ModelsState withHidden(List<ColumnGroup> next) {
        return new ModelsState(arrangement, query, filters, order, reference, wrong, filtering, next, active);
    }

    ModelsState withActive(String next) {
        return new ModelsState(arrangement, query, filters, order, reference, wrong, filtering, hidden, next);
    }
}
