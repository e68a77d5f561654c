package dev.llmplanner.view.plan;

import dev.llmplanner.json.JsonObject;
import java.util.OptionalDouble;

/**
 * A request with its result, both by the contract.
 *
 * @param records      of one's own that were known when it was asked
 * @param milliseconds that the search took; absent before its end
 * @param whole        whether the plans are explained too
 */
record Answered(JsonObject request, JsonObject records, JsonObject result, OptionalDouble milliseconds, boolean whole) {}
