package dev.llmplanner.benchmark;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is timed on the JVM and in Chromium, in one definition for both. */
public final class SpeedCases {
    /** The answer to one layout, without its JSON: the unit of the roof. */
    public static final String EVALUATION = "evaluation";
    /** A request to an answer, both as JSON trees. */
    public static final String ESTIMATE = "estimate";
    /** One model on every server that may be proposed. */
    public static final String SEARCH = "search";
    /** The bundle's tree to a planner. */
    public static final String CATALOG = "catalog load";
    /** Every model on every accelerator. */
    public static final String MATRIX = "matrix";
    public static final List<String> NAMES = List.of(EVALUATION, ESTIMATE, SEARCH, CATALOG, MATRIX);

    /** What is asked, by the name of its case. */
    public static final String REQUESTS = """
            {"estimate": {"model": "deepseek-r1", "accelerator": "nvidia-h200-sxm-141gb", "engine": "sglang",
              "layout": {"tensorParallel": 8}, "workload": {"inputTokens": 4096, "outputTokens": 512, "concurrency": 32}},
             "search": {"models": ["deepseek-r1"],
              "demand": {"users": 2000, "activeFraction": 0.5, "requestsPerUserHour": 60, "peakFactor": 2},
              "workload": {"inputTokens": 4096, "outputTokens": 512},
              "slo": {"ttftSeconds": 2, "tpotSeconds": 0.04, "percentile": "p95"}, "redundancy": {"spareServers": 1}}}""";

    private static final ParallelLayout LAYOUT = ParallelLayout.tensor(8);

    private final JsonObject bundle;
    private final JsonObject requests;
    private final CatalogPlanner planner;
    private final PlantCatalog plant;
    private final Inquiry inquiry;

    /**
     * Cases on a catalog.
     *
     * @param times each model stands in the catalog that often, under other ids
     */
    public SpeedCases(JsonObject bundle, JsonObject prices, JsonObject requests, int times) {
        this.bundle = multiplied(bundle, times);
        this.requests = requests;
        this.planner = CatalogPlanner.of(this.bundle);
        this.plant = PlantCatalog.read(prices, planner.catalog());
        this.inquiry = planner.inquire(request(ESTIMATE));
    }

    /** The bundle with that many of each model. */
    static JsonObject multiplied(JsonObject bundle, int times) {
        Map<String, Json> models = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, Json> model : JsonCursor.of(bundle).at("models").object().members().entrySet()) {
                models.put(i == 0 ? model.getKey() : model.getKey() + "-copy-" + i, model.getValue());
            }
        }
        Map<String, Json> all = new LinkedHashMap<>(bundle.members());
        all.put("models", new JsonObject(models));
        return new JsonObject(all);
    }

    private JsonObject request(String name) {
        return (JsonObject) requests.get(name).orElseThrow();
    }

    /** Does it once. What that was: operating points, cells; the models that were read. */
    public double run(String name) {
        switch (name) {
            case EVALUATION:
                return inquiry.estimate(LAYOUT).speed().isPresent() ? 1 : 0;
            case ESTIMATE:
                return planner.estimate(request(ESTIMATE)).members().isEmpty() ? 0 : 1;
            case SEARCH:
                return searched();
            case CATALOG:
                return CatalogPlanner.of(bundle).catalog().models().size();
            case MATRIX:
                return Matrix.of(planner, Terms.REFERENCE).run().advance(Integer.MAX_VALUE / 2).computed();
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private double searched() {
        Search search = Search.of(planner, plant, request(SEARCH));
        while (!search.hasPlans()) {
            search.advance(1);
        }
        return JsonCursor.of(search.result()).at("counts").number("operatingPoints");
    }
}
