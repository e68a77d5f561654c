package dev.llmplanner.contract;

import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.json.JsonObject;
import java.util.List;

/**
 * An estimate with the request it answers.
 *
 * @param request      with every default and choice filled in
 * @param layoutReason requested, only-legal, most-output, fastest-answer, most-capacity, least-shortfall, or none where the
 *                     architecture isn't known
 * @param legalLayouts layouts that were compared
 * @param estimate     the typed answer
 * @param remedies     smallest changes first
 */
public record Answer(
        JsonObject request, String layoutReason, int legalLayouts, Estimate estimate, List<Remedy> remedies) {

    public Answer {
        remedies = List.copyOf(remedies);
    }
}
