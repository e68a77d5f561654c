package dev.llmplanner.contract;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonCursor;

/** Reads a model that a request brings along. An interface, so that the page's first script leaves the readers out. */
interface ModelImporter {

    /**
     * The model under {@code model}, which isn't a text.
     *
     * @throws RequestException where it can't be read
     */
    ModelEntry read(JsonCursor model);
}
