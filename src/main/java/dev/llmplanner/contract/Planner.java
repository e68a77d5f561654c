package dev.llmplanner.contract;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.json.JsonObject;

/** Answers requests against one catalog. Immutable; safe to share. */
public interface Planner {

    /** The catalog that ids refer to. */
    Catalog catalog();

    /**
     * The typed answer to a request.
     *
     * @throws RequestException where the request asks for what can't be
     */
    Answer evaluate(JsonObject request);

    /** The same as JSON, by the schema in {@code docs/contract/}. */
    JsonObject estimate(JsonObject request);
}
