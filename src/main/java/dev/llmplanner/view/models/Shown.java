package dev.llmplanner.view.models;

import dev.llmplanner.view.node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rows that search and filters leave.
 *
 * @param groups in the order of the page
 * @param all    models of the catalog
 * @param counts of each value of each facet, among the models that all other filters leave
 * @param grid   models by tier and band, among the shown
 */
record Shown(
        List<Group> groups, int all, Map<Facet, Map<String, Integer>> counts, Map<String, Integer> grid) {

    /**
     * Rows that stand together.
     *
     * @param code vendor or tier; blank for a list without groups
     */
    record Group(String code, List<Row> rows) {}

    /** A row, made when it is first drawn. */
    record Row(String id, Supplier<Element> element) {}

    int count() {
        int count = 0;
        for (Group group : groups) {
            count += group.rows().size();
        }
        return count;
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Group group : groups) {
            for (Row row : group.rows()) {
                ids.add(row.id());
            }
        }
        return ids;
    }
}
