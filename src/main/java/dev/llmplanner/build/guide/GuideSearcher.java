package dev.llmplanner.build.guide;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Searches as the page does, and remembers what it found: all languages ask the same. */
public final class GuideSearcher implements UnaryOperator<JsonObject> {

    private final Map<JsonObject, JsonObject> found = new HashMap<>();
    private final CatalogPlanner planner;
    private final PlantCatalog plant;

    /** @param prices as the page loads them */
    public GuideSearcher(CatalogPlanner planner, JsonObject prices) {
        this.planner = planner;
        this.plant = PlantCatalog.read(prices, planner.catalog());
    }

    @Override
    public JsonObject apply(JsonObject request) {
        return found.computeIfAbsent(request, asked -> Search.answer(planner, plant, asked));
    }
}
