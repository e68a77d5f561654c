package dev.llmplanner.browser;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** What the benchmark of searches measures, compiled to a module of its own. */
public final class SearchTimer {

    private static CatalogPlanner planner;
    private static PlantCatalog plant;
    private static Search search;

    private SearchTimer() {
    }

    public static void main(String[] arguments) {
    }

    /** Reads a catalog and prices. */
    @JSExport
    public static void read(JSObject bundle, JSObject prices) {
        planner = CatalogPlanner.of((JsonObject) NativeJson.of(bundle));
        plant = PlantCatalog.read((JsonObject) NativeJson.of(prices), planner.catalog());
    }

    /** Begins a search. */
    @JSExport
    public static void start(JSObject request) {
        search = Search.of(planner, plant, (JsonObject) NativeJson.of(request));
    }

    /** One step; whether plans are there. */
    @JSExport
    public static boolean advance() {
        search.advance(1);
        return search.hasPlans();
    }

    /** Whether everything is done. */
    @JSExport
    public static boolean isDone() {
        return search.isDone();
    }

    /** What is known. */
    @JSExport
    public static JSObject result() {
        return NativeJson.from(search.result());
    }
}
