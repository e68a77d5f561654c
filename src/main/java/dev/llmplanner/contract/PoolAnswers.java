package dev.llmplanner.contract;

import dev.llmplanner.engine.explain.Explanation;
import dev.llmplanner.json.JsonObject;
import java.util.List;

/** Answers requests with separate pools. An interface, so that a page without them is compiled without them. */
interface PoolAnswers {

    Answer answer(JsonObject asked, ResolvedRequest request);

    /** The work behind the answer to that request. */
    List<Explanation> explanations(ResolvedRequest request);
}
