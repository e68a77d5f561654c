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

    /**
     * The work behind every figure of the estimate: by the figure's path, its formula's id and expression, symbols with
     * values, units and sources, and the result. Empty where nothing can be computed.
     *
     * @throws RequestException where the request asks for what can't be
     */
    JsonObject explain(JsonObject request);
}
