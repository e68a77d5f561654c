package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tiers of models under the reference terms on the reference accelerator, as the Models view has them.
 *
 * @param catalog whose models they are
 * @param codes   by model
 */
record Tiers(Optional<Catalog> catalog, Map<String, String> codes) {

    /** Not computed yet. */
    static final Tiers NONE = new Tiers(Optional.empty(), Map.of());

    static Tiers of(CatalogPlanner planner) {
        Catalog catalog = planner.catalog();
        Optional<AcceleratorEntry> reference = catalog.accelerator(Profiles.REFERENCE_ACCELERATOR);
        Map<String, String> codes = new LinkedHashMap<>();
        if (reference.isPresent()) {
            Matrix matrix = Matrix.of(planner, Terms.REFERENCE, catalog.models(), List.of(reference.get()));
            for (int i = 0; i < matrix.models().size(); i++) {
                codes.put(matrix.models().get(i).id(), Profiles.tier(matrix.cell(i, 0)).code());
            }
        }
        return new Tiers(Optional.of(catalog), codes);
    }

    boolean areOf(Catalog other) {
        return catalog.isPresent() && catalog.get() == other;
    }

    String of(ModelEntry model) {
        return codes.getOrDefault(model.id(), "");
    }
}
