package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;
import static dev.llmplanner.planning.Members.codes;
import static dev.llmplanner.planning.Members.put;
import static dev.llmplanner.planning.Members.strings;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.contract.Choices;
import dev.llmplanner.contract.PriceList;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.demand.Growth;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.search.Percentile;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads a search request, refuses what can't be, and fills in defaults, by {@code search-request.schema.json}. */
final class SearchRequestReader {

    static final List<String> REQUEST = List.of(
            "models", "servers", "accelerators", "nodeGpus", "genericNodes", "vendors", "countries", "availability", "fabric",
            "engines", "precision", "modes", "maxGpusPerReplica", "demand", "workload", "slo", "budget", "redundancy",
            "exchange", "prices", "plant", "rankBy", "limit");
    static final List<String> SLO = List.of("ttftSeconds", "tpotSeconds", "percentile", "contextTokens");
    static final List<String> STANDINGS =
            List.of("shipping", "shipping-china", "restricted", "end-of-life", "cloud-only", "announced");
    static final List<String> KV_CACHES = List.of("auto", "bf16", "fp8", "int8");
    static final List<String> RANKS = rankCodes();

    private final Catalog catalog;
    private final JsonObject.Builder echo = new JsonObject.Builder();

    private SearchRequestReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws RequestException where the request asks for what can't be */
    static SearchRequest read(JsonObject request, Catalog catalog) {
        return new SearchRequestReader(catalog).read(JsonCursor.of(request));
    }

    private static List<String> rankCodes() {
        List<String> codes = new ArrayList<>();
        for (RankBy rank : RankBy.values()) {
            codes.add(rank.code());
        }
        return codes;
    }

    private SearchRequest read(JsonCursor root) {
        onlyMembers(root, REQUEST);
        List<Json> models = models(root);
        SearchRequest.Purchasable hardware = hardware(root);
        List<ServingEngine> engines = engines(root);
        Optional<JsonCursor> precision = shaped(() -> root.find("precision"));
        precision.ifPresent(member -> onlyMembers(member, List.of("weights", "kvCache")));
        List<String> weights = precision.map(member -> codes(member, "weights", Choices.WEIGHTS)).orElse(List.of());
        List<String> caches = precision.map(member -> codes(member, "kvCache", KV_CACHES)).orElse(List.of());
        List<String> kvCaches = caches.isEmpty() ? List.of("auto") : caches;
        JsonObject.Builder formats = new JsonObject.Builder();
        put(formats, "weights", weights);
        put(formats, "kvCache", kvCaches);
        echo.put("precision", formats.build());
        List<String> asked = codes(root, "modes", Choices.MODES);
        List<String> modes = asked.isEmpty() ? List.of("aggregated") : asked;
        put(echo, "modes", modes);
        int maxGpus = integer(root, "maxGpusPerReplica", 1, 256, "a whole number from 1 to 256").orElse(64);
        echo.put("maxGpusPerReplica", maxGpus);
        JsonCursor wanted = shaped(() -> root.at("demand"));
        Slo slo = slo(root);
        DemandReader.Lengths lengths = DemandReader.lengths(root, wanted);
        OptionalInt context = shaped(() -> root.find("slo")).map(member ->
                integer(member, "contextTokens", 1, 100_000_000, "a whole number of tokens")).orElse(OptionalInt.empty());
        Growth growth = DemandReader.growth(wanted);
        Demand demand = DemandReader.demand(wanted, growth, slo, lengths);
        JsonObject workload = lengths.workload();
        echo.put("demand", wanted.value());
        echo.put("workload", workload);
        echoSlo(slo, context);
        Budget budget = PlantReader.budget(root, echo);
        int spare = shaped(() -> root.find("redundancy")).map(member -> {
            onlyMembers(member, List.of("spareServers"));
            return integer(member, "spareServers", 0, 8, "a whole number from 0 to 8").orElse(0);
        }).orElse(0);
        echo.put("redundancy", new JsonObject.Builder().put("spareServers", spare).build());
        Exchange exchange = PlantReader.exchange(root, echo);
        List<Price> prices = PriceList.items(root);
        root.find("prices").ifPresent(member -> echo.put("prices", member.value()));
        Optional<JsonCursor> plantMember = shaped(() -> root.find("plant"));
        plantMember.ifPresent(member -> onlyMembers(member, PlantReader.PLANT));
        Plant plant = PlantReader.plant(plantMember, exchange);
        List<String> software = plantMember.map(member -> strings(member, "software")).orElse(List.of());
        OptionalDouble storage = plantMember.map(member ->
                number(member, "storageBytes", 0, 1e18, "a number of bytes")).orElse(OptionalDouble.empty());
        echo.put("plant", PlantReader.written(plant, software, storage));
        RankBy rank = rank(code(root, "rankBy", RANKS).orElse(RankBy.COST_PER_MILLION_OUTPUT_TOKENS.code()));
        echo.put("rankBy", rank.code());
        int limit = integer(root, "limit", 1, 500, "a whole number from 1 to 500").orElse(20);
        echo.put("limit", limit);
        return new SearchRequest(
                echo.build(), models, hardware, engines, weights, kvCaches, modes, maxGpus, demand, growth, workload,
                lengths.input() * lengths.factor(), lengths.output() * lengths.factor(), lengths.cached(), slo, context,
                budget, spare, prices, plant, software, storage, rank, limit);
    }

    private List<Json> models(JsonCursor root) {
        JsonCursor member = shaped(() -> root.at("models"));
        List<Json> models = new ArrayList<>();
        for (JsonCursor item : shaped(member::items)) {
            if (!(item.value() instanceof JsonString) && !(item.value() instanceof JsonObject)) {
                throw new RequestException("wrong-type", item.path(), List.of("a catalog id", "a model of your own"),
                        item.path() + " is neither a text nor an object; write a catalog id");
            }
            models.add(item.value());
        }
        if (models.isEmpty() || models.size() > 12) {
            throw new RequestException("out-of-range", "models", List.of("1 to 12 models"),
                    "models has " + models.size() + " items; write 1 to 12");
        }
        echo.put("models", new JsonArray(models));
        return models;
    }

    private SearchRequest.Purchasable hardware(JsonCursor root) {
        List<String> servers = strings(root, "servers");
        List<String> accelerators = strings(root, "accelerators");
        servers.forEach(id -> known("unknown-server", "servers", id, catalog.server(id).isPresent()));
        accelerators.forEach(id ->
                known("unknown-accelerator", "accelerators", id, catalog.accelerator(id).isPresent()));
        Optional<String> fabric = shaped(() -> root.findString("fabric"));
        fabric.ifPresent(id -> known("unknown-fabric", "fabric", id, catalog.fabric(id).isPresent()));
        put(echo, "servers", servers);
        put(echo, "accelerators", accelerators);
        int node = integer(root, "nodeGpus", 1, 64, "a whole number from 1 to 64").orElse(8);
        boolean generic = shaped(() -> root.flag("genericNodes"));
        echo.put("nodeGpus", node).put("genericNodes", generic);
        List<String> vendors = strings(root, "vendors");
        List<String> countries = strings(root, "countries");
        put(echo, "vendors", vendors);
        put(echo, "countries", countries);
        List<String> standings = codes(root, "availability", STANDINGS);
        List<String> availability = standings.isEmpty() ? List.of("shipping", "shipping-china") : standings;
        put(echo, "availability", availability);
        fabric.ifPresent(id -> echo.put("fabric", id));
        return new SearchRequest.Purchasable(
                servers, accelerators, node, generic, vendors, countries, availability, fabric);
    }

    private static void known(String code, String path, String id, boolean known) {
        if (!known) {
            throw new RequestException(code, path, List.of(), path + " has \"" + id + "\", which is not in the catalog");
        }
    }

    private List<ServingEngine> engines(JsonCursor root) {
        List<String> named = codes(root, "engines", Choices.ENGINES);
        List<ServingEngine> engines = new ArrayList<>();
        for (ServingEngine engine : ServingEngine.values()) {
            if (named.contains(engine.code())) {
                engines.add(engine);
            }
        }
        put(echo, "engines", named);
        return engines;
    }

    private Slo slo(JsonCursor root) {
        Optional<JsonCursor> member = shaped(() -> root.find("slo"));
        if (member.isEmpty()) {
            return Slo.NONE;
        }
        onlyMembers(member.get(), SLO);
        List<String> percentiles = new ArrayList<>();
        for (Percentile percentile : Percentile.values()) {
            percentiles.add(percentile.code());
        }
        String code = code(member.get(), "percentile", percentiles).orElse("mean");
        return new Slo(
                number(member.get(), "ttftSeconds", 1e-4, 36_000, "seconds from 0.0001 to 36000")
                        .orElse(Double.POSITIVE_INFINITY),
                number(member.get(), "tpotSeconds", 1e-5, 3_600, "seconds from 0.00001 to 3600")
                        .orElse(Double.POSITIVE_INFINITY),
                Percentile.values()[percentiles.indexOf(code)]);
    }

    private void echoSlo(Slo slo, OptionalInt context) {
        JsonObject.Builder written = new JsonObject.Builder();
        if (slo.hasTtft()) {
            written.put("ttftSeconds", slo.ttftSeconds());
        }
        if (slo.hasTpot()) {
            written.put("tpotSeconds", slo.tpotSeconds());
        }
        written.put("percentile", slo.percentile().code());
        context.ifPresent(tokens -> written.put("contextTokens", tokens));
        echo.put("slo", written.build());
    }

    private static RankBy rank(String code) {
        return RankBy.values()[RANKS.indexOf(code)];
    }
}
