package dev.llmplanner.browser;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.EvidenceFinder;
import dev.llmplanner.contract.Planner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import java.util.List;
import java.util.function.UnaryOperator;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The engine as an ES module without a DOM. The build puts the catalog before it and the exports after it. */
public final class EngineModule {

    private static CatalogPlanner planner;
    private static Planner estimating;
    private static PlantCatalog plant;

    private EngineModule() {
    }

    /** A module is made of its exports; nothing runs when it is loaded. */
    public static void main(String[] arguments) {
    }

    /** The catalog as data: vendors, models, accelerators, servers, fabrics, constants. A fresh copy. */
    @JSExport
    public static JSObject catalog() {
        return EngineNatives.catalogCopy();
    }

    /**
     * The estimate of one deployment, by the contract's schemas.
     *
     * <p>A request that can't be throws an {@code Error} with {@code code}, {@code path} and {@code allowed}.
     */
    @JSExport
    public static JSObject estimate(JSObject request) {
        return answer(request, estimating()::estimate);
    }

    /** The work behind every figure of that estimate, by the figure's path. */
    @JSExport
    public static JSObject explain(JSObject request) {
        return answer(request, planner()::explain);
    }

    /** Ranked plans for a demand, by the contract's schemas. */
    @JSExport
    public static JSObject search(JSObject request) {
        return answer(request, asked -> Search.answer(planner(), plant(), asked));
    }

    private static JSObject answer(JSObject request, UnaryOperator<JsonObject> answer) {
        Json tree = NativeJson.of(request);
        try {
            if (!(tree instanceof JsonObject object)) {
                throw new RequestException("wrong-type", "", List.of("an object"),
                        "the request is not an object; write {model: …, accelerator: …}");
            }
            return NativeJson.from(answer.apply(object));
        } catch (RequestException refused) {
            EngineNatives.refuse(refused.getMessage(), refused.code(), refused.path(),
                    refused.allowed().toArray(String[]::new));
            throw refused;
        }
    }

    /** With the measurements, which nothing else needs. */
    private static Planner estimating() {
        if (estimating == null) {
            JSObject evidence = EngineNatives.evidence();
            estimating = evidence == null
                    ? planner()
                    : planner().with(EvidenceFinder.of((JsonObject) NativeJson.of(evidence), planner().catalog()));
        }
        return estimating;
    }

    private static PlantCatalog plant() {
        if (plant == null) {
            JSObject prices = EngineNatives.prices();
            if (prices == null) {
                throw new IllegalStateException("a search needs PLANNER_PRICES, which prices.js sets");
            }
            plant = PlantCatalog.read((JsonObject) NativeJson.of(prices), planner().catalog());
        }
        return plant;
    }

    private static CatalogPlanner planner() {
        if (planner == null) {
            planner = CatalogPlanner.of((JsonObject) NativeJson.of(EngineNatives.catalog()));
        }
        return planner;
    }
}
