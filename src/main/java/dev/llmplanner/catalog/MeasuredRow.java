package dev.llmplanner.catalog;

import dev.llmplanner.engine.evidence.Measurement;
import dev.llmplanner.json.JsonObject;

/**
 * A published measurement and the request that describes it.
 *
 * @param request what to ask a planner for the estimate of the same deployment
 */
public record MeasuredRow(Measurement measurement, JsonObject request) {}
