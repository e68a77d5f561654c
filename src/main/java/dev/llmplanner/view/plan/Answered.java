package dev.llmplanner.view.plan;

import dev.llmplanner.json.JsonObject;

/**
 * A request with its result, both by the contract.
 *
 * @param whole whether the plans are explained too
 */
record Answered(JsonObject request, JsonObject result, boolean whole) {}
