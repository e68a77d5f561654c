package dev.llmplanner.view.models;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.screening.Tier;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.table.Order;
import dev.llmplanner.view.text.Words;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of all models, made once and remembered, so that a keystroke only chooses among them.
 *
 * <p>What is remembered never shows: a row is made anew when its model, its profile, the language, the reference or its
 * place among the compared changes.
 */
final class ModelRows {
    private static final String PENDING = "pending";

    private List<Remembered> rows = List.of();
    private Words words;
    private Optional<Reference> reference = Optional.empty();
    private boolean languageChosen;

    /** One row with what it was made from. */
    private static final class Remembered {
        private final ModelEntry model;
        private ModelProfile profile;
        private boolean compared;
        private ModelFacts facts;
        private Map<ModelColumn, Cell> cells;
        private Element element;

        private Remembered(ModelEntry model) {
            this.model = model;
        }
    }

    /** The facts of the models with these ids, in that order. */
    List<ModelFacts> facts(List<String> ids, Scene scene) {
        update(scene);
        List<ModelFacts> found = new ArrayList<>();
        for (String id : ids) {
            for (Remembered row : rows) {
                if (row.model.id().equals(id)) {
                    found.add(row.facts);
                }
            }
        }
        return found;
    }

    /** What search and filters leave, in the order of the page. */
    Shown shown(Scene scene) {
        update(scene);
        ModelsState view = scene.state().get(ModelsState.SLOT);
        List<String> searched = Search.words(view.query());
        Map<Facet, Map<String, Integer>> counts = new LinkedHashMap<>();
        Facet.ALL.forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        List<Remembered> left = new ArrayList<>();
        for (Remembered row : rows) {
            if (Search.matches(row.facts.found(), searched)
                    && admitted(row.facts, view.filters(), counts, view.filtering())) {
                left.add(row);
            }
        }
        sort(left, view.order());
        Map<String, Integer> grid = new LinkedHashMap<>();
        for (Remembered row : left) {
            if (row.profile != null) {
                grid.merge(row.profile.tier().code() + "," + row.profile.band().code(), 1, Integer::sum);
            }
        }
        return new Shown(groups(left, view.arrangement(), scene), rows.size(), counts, grid);
    }

    /** Whether all filters let it through; it is counted for each facet whose own filter is the only one against it. */
    private static boolean admitted(
            ModelFacts facts, Filters filters, Map<Facet, Map<String, Integer>> counts, boolean counted) {
        Facet against = null;
        int refusals = 0;
        for (Facet facet : filters.chosen().keySet()) {
            if (!filters.admits(facet, facts.values().get(facet))) {
                against = facet;
                refusals++;
            }
        }
        if (counted && refusals < 2) {
            for (Facet facet : against == null ? Facet.ALL : List.of(against)) {
                for (String value : facts.values().get(facet)) {
                    counts.get(facet).merge(value, 1, Integer::sum);
                }
            }
        }
        return refusals == 0;
    }

    private static void sort(List<Remembered> left, Order order) {
        Optional<ModelColumn> column = ModelColumn.of(order.column());
        if (column.isEmpty()) {
            return;
        }
        left.sort((a, b) -> {
            Cell first = a.cells.get(column.get());
            Cell second = b.cells.get(column.get());
            if (first.known() != second.known()) {
                return first.known() ? -1 : 1;
            }
            return order.descending() ? second.compare(first) : first.compare(second);
        });
    }

    private List<Shown.Group> groups(List<Remembered> left, Arrangement arrangement, Scene scene) {
        Map<String, List<Shown.Row>> groups = new LinkedHashMap<>();
        for (String code : order(left, arrangement, scene)) {
            groups.put(code, new ArrayList<>());
        }
        boolean computed = left.stream().allMatch(row -> row.profile != null);
        for (Remembered row : left) {
            groups.get(group(row, arrangement, computed)).add(new Shown.Row(row.model.id(), () -> element(row, scene)));
        }
        List<Shown.Group> list = new ArrayList<>();
        groups.forEach((code, members) -> {
            if (!members.isEmpty()) {
                list.add(new Shown.Group(code, members));
            }
        });
        return list;
    }

    /** Tiers stand when all are known, so that no group pushes another about while models are computed. */
    private static String group(Remembered row, Arrangement arrangement, boolean computed) {
        return switch (arrangement) {
            case VENDOR -> row.model.vendor();
            case TIER -> computed ? row.profile.tier().code() : PENDING;
            case LIST -> "";
        };
    }

    private static List<String> order(List<Remembered> left, Arrangement arrangement, Scene scene) {
        List<String> codes = new ArrayList<>();
        switch (arrangement) {
            case VENDOR -> {
                Map<String, String> byName = new TreeMap<>();
                for (Remembered row : left) {
                    String id = row.model.vendor();
                    byName.put(scene.catalog().vendor(id).englishName().toLowerCase() + "\n" + id, id);
                }
                codes.addAll(byName.values());
            }
            case TIER -> {
                for (Tier tier : Tier.values()) {
                    codes.add(tier.code());
                }
                codes.add(PENDING);
            }
            case LIST -> codes.add("");
        }
        return codes;
    }

    private static Element element(Remembered row, Scene scene) {
        if (row.element == null) {
            row.element = ModelRow.of(row.facts, row.cells, row.compared, scene);
        }
        return row.element;
    }

    private void update(Scene scene) {
        List<ModelEntry> models = scene.models();
        Screened screened = Screened.in(scene.state());
        if (words != scene.words() || languageChosen != scene.state().languageChosen()
                || !reference.equals(screened.reference()) || !same(models)) {
            words = scene.words();
            languageChosen = scene.state().languageChosen();
            reference = screened.reference();
            rows = models.stream().map(Remembered::new).toList();
        }
        List<String> compared = Compared.in(scene.state());
        for (int place = 0; place < rows.size(); place++) {
            Remembered row = rows.get(place);
            Optional<ModelProfile> profile = screened.profile(place);
            if (row.facts == null || row.profile != profile.orElse(null)) {
                row.profile = profile.orElse(null);
                row.facts = ModelFacts.of(row.model, profile, scene);
                row.cells = ModelCells.of(row.facts, scene);
                row.element = null;
            }
            if (row.compared != compared.contains(row.model.id())) {
                row.compared = !row.compared;
                row.element = null;
            }
        }
    }

    private boolean same(List<ModelEntry> models) {
        boolean same = models.size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = rows.get(i).model == models.get(i);
        }
        return same;
    }
}
