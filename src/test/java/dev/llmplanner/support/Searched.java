package dev.llmplanner.support;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.planning.Search;

/** Answers the page's searches at once, as the worker does in the end. */
public final class Searched {

    private Searched() {
    }

    /** The last message to the page. */
    public static JsonObject answer(JsonObject question) {
        CatalogPlanner planner = question.get("records").map(added -> TestCatalog.planner().with((JsonObject) added))
                .orElse(TestCatalog.planner());
        JsonObject request = (JsonObject) question.get("request").orElseThrow();
        try {
            return new JsonObject.Builder().put("result", Search.answer(planner,
                    PlantCatalog.read(TestCatalog.prices(), planner.catalog()), request)).build();
        } catch (RequestException refused) {
            return new JsonObject.Builder().put("refused", new JsonObject.Builder().put("code", refused.code())
                    .put("path", refused.path()).put("allowed", new JsonArray(
                            refused.allowed().stream().map(each -> (Json) new JsonString(each)).toList()))
                    .put("message", refused.getMessage()).build()).build();
        }
    }
}
