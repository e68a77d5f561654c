package dev.llmplanner.view.plan;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.State;
import java.util.Optional;

/** What the page found last, for other pages. */
public final class SearchResult {

    private SearchResult() {}

    /** The last whole answer, by the contract of a search's result. */
    public static Optional<JsonObject> of(State state) {
        return PlanState.answered(state).filter(Answered::whole).map(Answered::result);
    }
}
