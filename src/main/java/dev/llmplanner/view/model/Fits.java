package dev.llmplanner.view.model;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Terms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The smallest replica of a model in each of its precisions on one accelerator, under the reference terms of the models
 * view; computed one precision at a time.
 *
 * @param model       catalog id
 * @param accelerator catalog id
 * @param answers     by precision, as far as they are computed
 */
record Fits(String model, String accelerator, Map<String, Fit> answers) {

    /** Nothing asked. */
    static final Fits NONE = new Fits("", "", Map.of());

    /**
     * One answer.
     *
     * @param request that the Calculator answers with the same replica
     */
    record Fit(ModelProfile profile, JsonObject request) {}

    Fits {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    boolean isOf(String otherModel, String otherAccelerator) {
        return model.equals(otherModel) && accelerator.equals(otherAccelerator);
    }

    /** The next precision that isn't computed. */
    Optional<String> next(ModelEntry entry) {
        for (String precision : Precisions.of(entry)) {
            if (!answers.containsKey(precision)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }

    /** The same with one more precision. */
    Fits with(String precision, ModelEntry entry, AcceleratorEntry device, CatalogPlanner planner) {
        Profiles profiles = Profiles.of(planner, Terms.REFERENCE.withWeights(precision), List.of(entry), device);
        Map<String, Fit> more = new LinkedHashMap<>(answers);
        more.put(precision, new Fit(profiles.profile(0), profiles.request(0)));
        return new Fits(model, accelerator, more);
    }
}
