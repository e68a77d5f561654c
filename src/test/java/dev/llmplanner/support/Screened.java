package dev.llmplanner.support;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.Aside;
import java.util.ArrayList;
import java.util.List;

/** Computes the matrix's rows as the worker does, some at a time, and lets each message go through text. */
public final class Screened {
    private static final int TOGETHER = 7;

    private Screened() {
    }

    /** The messages to the page. */
    public static List<JsonObject> answers(JsonObject question) {
        CatalogPlanner planner = question.get("records").map(added -> TestCatalog.planner().with((JsonObject) added))
                .orElse(TestCatalog.planner());
        Aside aside = Aside.of(planner, question);
        List<JsonObject> messages = new ArrayList<>();
        while (!aside.isDone()) {
            for (int i = 0; i < TOGETHER && !aside.isDone(); i++) {
                aside.advance();
            }
            messages.add((JsonObject) JacksonJson.parse(JacksonJson.compact(aside.message())));
        }
        return messages;
    }
}
