package dev.llmplanner.view.guide;

import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/** What searches found. */
interface SearchAnswers {

    /** The result of that request; empty while it is computed. One without plans is what was refused. */
    Optional<JsonObject> of(JsonObject request);
}
