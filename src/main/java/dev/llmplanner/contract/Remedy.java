package dev.llmplanner.contract;

import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonObject;

/**
 * A change of the request that helps.
 *
 * @param code   lower-kebab, stable: more-gpus, fp8-kv-cache, lower-precision, fewer-requests, shorter-context …
 * @param finding code of the finding that it answers
 * @param change members of the request to put in place of the present ones; nested objects merge
 * @param then   the verdict with the change
 */
public record Remedy(String code, String finding, JsonObject change, Verdict then) {}
