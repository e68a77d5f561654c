package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.join;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.contract.Choices;
import dev.llmplanner.contract.PriceList;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.demand.Direct;
import dev.llmplanner.engine.demand.Growth;
import dev.llmplanner.engine.demand.Sessions;
import dev.llmplanner.engine.demand.Users;
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
    static final List<String> WORKLOAD =
            List.of("inputTokens", "outputTokens", "lengthFactor", "prefixCacheHitFraction", "speculative");
    static final List<String> SLO = List.of("ttftSeconds", "tpotSeconds", "percentile", "contextTokens");
    static final List<String> BUDGET = List.of("purchase", "powerWatts", "racks", "rackUnits", "gpus", "servers");
    static final List<String> PLANT = List.of(
            "currency", "years", "residualShare", "rackWatts", "rackUnits", "administrators", "busyFraction", "colocated",
            "storageBytes", "software");
    static final List<String> STANDINGS =
            List.of("shipping", "shipping-china", "restricted", "end-of-life", "cloud-only", "announced");
    static final List<String> CURRENCIES = List.of("USD", "CNY");
    static final List<String> KV_CACHES = List.of("auto", "bf16", "fp8", "int8");
    static final List<String> RANKS = codes();

    private static final double MOST_TOKENS = 100_000_000;
    private static final String TOKENS = "a number of tokens from 1 to 100000000";
    private static final String FRACTION = "a fraction above 0, up to 1";
    private static final double TINY = 1e-12;

    private final Catalog catalog;
    private final JsonObject.Builder echo = new JsonObject.Builder();

    private SearchRequestReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws RequestException where the request asks for what can't be */
    static SearchRequest read(JsonObject request, Catalog catalog) {
        return new SearchRequestReader(catalog).read(JsonCursor.of(request));
    }

    private static List<String> codes() {
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
        Lengths lengths = lengths(root, wanted);
        OptionalInt context = shaped(() -> root.find("slo")).map(member ->
                integer(member, "contextTokens", 1, 100_000_000, "a whole number of tokens")).orElse(OptionalInt.empty());
        Growth growth = growth(wanted);
        Demand demand = demand(wanted, growth, slo, lengths);
        JsonObject workload = lengths.workload();
        echo.put("demand", wanted.value());
        echo.put("workload", workload);
        echoSlo(slo, context);
        Budget budget = budget(root);
        int spare = shaped(() -> root.find("redundancy")).map(member -> {
            onlyMembers(member, List.of("spareServers"));
            return integer(member, "spareServers", 0, 8, "a whole number from 0 to 8").orElse(0);
        }).orElse(0);
        echo.put("redundancy", new JsonObject.Builder().put("spareServers", spare).build());
        Exchange exchange = exchange(root);
        List<Price> prices = PriceList.items(root);
        root.find("prices").ifPresent(member -> echo.put("prices", member.value()));
        Optional<JsonCursor> plantMember = shaped(() -> root.find("plant"));
        plantMember.ifPresent(member -> onlyMembers(member, PLANT));
        Plant plant = plant(plantMember, exchange);
        List<String> software = plantMember.map(member -> strings(member, "software")).orElse(List.of());
        OptionalDouble storage = plantMember.map(member ->
                number(member, "storageBytes", 0, 1e18, "a number of bytes")).orElse(OptionalDouble.empty());
        echoPlant(plant, software, storage);
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

    /** Nominal lengths, and the workload of an estimate's request. */
    private record Lengths(double input, double output, double factor, double cached, JsonObject workload) {}

    private static Lengths lengths(JsonCursor root, JsonCursor demand) {
        Optional<JsonCursor> member = shaped(() -> root.find("workload"));
        member.ifPresent(workload -> onlyMembers(workload, WORKLOAD));
        double output = figure(member, "outputTokens", 1, MOST_TOKENS, TOKENS).orElse(1024);
        double factor = figure(member, "lengthFactor", 0.01, 1, "a factor from 0.01 to 1").orElse(1);
        Optional<Sessions> sessions = sessions(demand);
        double input = figure(member, "inputTokens", 1, MOST_TOKENS, TOKENS)
                .orElseGet(() -> sessions.map(agents -> Math.ceil(agents.inputTokens(output))).orElse(1024.0));
        double cached = figure(member, "prefixCacheHitFraction", 0, 0.99, "a fraction from 0 to 0.99")
                .orElseGet(() -> sessions.map(agents -> Math.min(0.99, agents.cachedFraction(output))).orElse(0.0));
        JsonObject.Builder workload = new JsonObject.Builder()
                .put("inputTokens", input)
                .put("outputTokens", output)
                .put("lengthFactor", factor)
                .put("prefixCacheHitFraction", cached);
        member.flatMap(asked -> shaped(() -> asked.find("speculative")))
                .ifPresent(speculative -> workload.put("speculative", speculative.value()));
        return new Lengths(input, output, factor, cached, workload.build());
    }

    private static OptionalDouble figure(
            Optional<JsonCursor> parent, String name, double low, double high, String range) {
        return parent.isPresent() ? number(parent.get(), name, low, high, range) : OptionalDouble.empty();
    }

    private static Growth growth(JsonCursor demand) {
        return shaped(() -> demand.find("growth")).map(member -> {
            onlyMembers(member, List.of("fractionPerYear", "planMonth"));
            return new Growth(
                    number(member, "fractionPerYear", -0.99, 100, "a fraction from -0.99 to 100").orElse(0),
                    integer(member, "planMonth", 0, 120, "a whole number of months from 0 to 120").orElse(0));
        }).orElse(Growth.NONE);
    }

    private static Optional<Sessions> sessions(JsonCursor demand) {
        if (shaped(() -> demand.find("sessionsPerHour")).isEmpty()) {
            return Optional.empty();
        }
        onlyMembers(demand, List.of("sessionsPerHour", "turnsPerSession", "firstInputTokens", "addedInputTokens",
                "reusedFraction", "peakFactor", "growth"));
        return Optional.of(new Sessions(
                required(demand, "sessionsPerHour", TINY, 1e9, "a number above 0"),
                required(demand, "turnsPerSession", 1, 10_000, "a number from 1 to 10000"),
                required(demand, "firstInputTokens", 1, MOST_TOKENS, TOKENS),
                required(demand, "addedInputTokens", 0, MOST_TOKENS, "a number of tokens from 0"),
                number(demand, "reusedFraction", 0, 0.99, "a fraction from 0 to 0.99").orElse(0.9),
                number(demand, "peakFactor", 1, 100, "a factor from 1 to 100").orElse(1)));
    }

    private static Demand demand(JsonCursor demand, Growth growth, Slo slo, Lengths lengths) {
        Optional<Sessions> sessions = sessions(demand);
        if (sessions.isPresent()) {
            return sessions.get().demand(lengths.output(), growth);
        }
        if (shaped(() -> demand.find("users")).isPresent()) {
            return users(demand).demand(answerSeconds(demand, slo, lengths), growth);
        }
        onlyMembers(demand, List.of("concurrency", "requestsPerSecond", "growth"));
        OptionalDouble concurrency = number(demand, "concurrency", 1, 1e7, "a number of requests from 1 to 10000000");
        OptionalDouble rate =
                number(demand, "requestsPerSecond", 1e-6, 1e7, "requests per second from 0.000001 to 10000000");
        if (concurrency.isPresent() == rate.isPresent()) {
            throw new RequestException("one-of-two", "demand.requestsPerSecond",
                    List.of("concurrency", "requestsPerSecond", "users", "sessionsPerHour"),
                    "demand needs one of concurrency, requestsPerSecond, users and sessionsPerHour");
        }
        return new Direct(
                concurrency.isPresent() ? Demand.Kind.CONCURRENCY : Demand.Kind.REQUESTS_PER_SECOND,
                concurrency.isPresent() ? concurrency.getAsDouble() : rate.getAsDouble()).demand(growth);
    }

    private static Users users(JsonCursor demand) {
        onlyMembers(demand, List.of(
                "users", "activeFraction", "requestsPerUserHour", "thinkSeconds", "peakFactor", "growth"));
        OptionalDouble each = number(demand, "requestsPerUserHour", TINY, 100_000, "a number up to 100000");
        OptionalDouble think = number(demand, "thinkSeconds", 0, 86_400, "seconds from 0 to 86400");
        if (each.isPresent() == think.isPresent()) {
            throw new RequestException("one-of-two", "demand.requestsPerUserHour",
                    List.of("requestsPerUserHour", "thinkSeconds"),
                    "demand of users needs one of requestsPerUserHour and thinkSeconds");
        }
        return new Users(
                required(demand, "users", 1, 1e9, "a number of people from 1"),
                number(demand, "activeFraction", TINY, 1, FRACTION).orElse(1),
                each, think,
                number(demand, "peakFactor", 1, 100, "a factor from 1 to 100").orElse(1));
    }

    /** As long as the limits allow; thinking apart, users can't ask more often where answers are this slow. */
    private static double answerSeconds(JsonCursor demand, Slo slo, Lengths lengths) {
        boolean thinks = demand.find("thinkSeconds").isPresent();
        if (thinks && !(slo.hasTtft() && slo.hasTpot())) {
            throw new RequestException("wrong-type", "slo", List.of("ttftSeconds", "tpotSeconds"),
                    "thinkSeconds needs slo.ttftSeconds and slo.tpotSeconds, which say how long an answer lasts");
        }
        return thinks ? slo.ttftSeconds() + lengths.output() * lengths.factor() * slo.tpotSeconds() : 0;
    }

    private static double required(JsonCursor parent, String name, double low, double high, String range) {
        return number(parent, name, low, high, range).orElseThrow(() -> new RequestException(
                "wrong-type", parent.path() + "." + name, List.of(range),
                parent.path() + "." + name + " is missing; write " + range));
    }

    private Budget budget(JsonCursor root) {
        Optional<JsonCursor> member = shaped(() -> root.find("budget"));
        if (member.isEmpty()) {
            return new Budget(OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), OptionalInt.empty(),
                    OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        }
        JsonCursor budget = member.get();
        onlyMembers(budget, BUDGET);
        Optional<JsonCursor> purchase = shaped(() -> budget.find("purchase"));
        purchase.ifPresent(money -> onlyMembers(money, List.of("amount", "currency")));
        echo.put("budget", budget.value());
        return new Budget(
                purchase.isPresent()
                        ? OptionalDouble.of(required(purchase.get(), "amount", 0, 1e15, "an amount from 0"))
                        : OptionalDouble.empty(),
                purchase.map(money -> Currency.valueOf(code(money, "currency", CURRENCIES).orElseThrow(() ->
                        new RequestException("wrong-type", "budget.purchase.currency", CURRENCIES,
                                "budget.purchase.currency is missing; write " + join(CURRENCIES))))),
                number(budget, "powerWatts", 0, 1e12, "watts from 0"),
                integer(budget, "racks", 0, 100_000, "a whole number from 0 to 100000"),
                integer(budget, "rackUnits", 0, 4_000_000, "a whole number from 0 to 4000000"),
                integer(budget, "gpus", 0, 1_000_000, "a whole number from 0 to 1000000"),
                integer(budget, "servers", 0, 100_000, "a whole number from 0 to 100000"));
    }

    private Exchange exchange(JsonCursor root) {
        Optional<JsonCursor> member = shaped(() -> root.find("exchange"));
        member.ifPresent(rates -> {
            onlyMembers(rates, List.of("cnyPerUsd"));
            echo.put("exchange", rates.value());
        });
        OptionalDouble rate = figure(member, "cnyPerUsd", 1e-6, 999_999, "yuan for a dollar, above 0");
        return rate.isPresent() ? Exchange.of(rate.getAsDouble()) : Exchange.NONE;
    }

    private static Plant plant(Optional<JsonCursor> member, Exchange exchange) {
        Plant usual = Plant.DEFAULT;
        return new Plant(
                member.flatMap(plant -> code(plant, "currency", CURRENCIES)).map(Currency::valueOf).orElse(usual.currency()),
                exchange,
                figure(member, "years", 1, 10, "years from 1 to 10").orElse(usual.years()),
                figure(member, "residualShare", 0, 1, "a fraction from 0 to 1").orElse(usual.residualShare()),
                figure(member, "rackWatts", 1, 1e7, "watts from 1 to 10000000").orElse(usual.rackWatts()),
                member.map(plant -> integer(plant, "rackUnits", 1, 100, "a whole number from 1 to 100"))
                        .orElse(OptionalInt.empty()).orElse(usual.rackUnits()),
                figure(member, "administrators", 0, 10_000, "people from 0 to 10000"),
                figure(member, "busyFraction", 1e-6, 1, FRACTION).orElse(usual.busyFraction()),
                member.map(plant -> shaped(() -> plant.flag("colocated"))).orElse(usual.colocated()));
    }

    private void echoPlant(Plant plant, List<String> software, OptionalDouble storage) {
        JsonObject.Builder written = new JsonObject.Builder()
                .put("currency", plant.currency().name())
                .put("years", plant.years())
                .put("residualShare", plant.residualShare())
                .put("rackWatts", plant.rackWatts())
                .put("rackUnits", plant.rackUnits());
        plant.administrators().ifPresent(people -> written.put("administrators", people));
        written.put("busyFraction", plant.busyFraction()).put("colocated", plant.colocated());
        storage.ifPresent(bytes -> written.put("storageBytes", bytes));
        put(written, "software", software);
        echo.put("plant", written.build());
    }

    private static RankBy rank(String code) {
        return RankBy.values()[RANKS.indexOf(code)];
    }

    private static List<String> strings(JsonCursor parent, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonCursor item : shaped(() -> parent.items(name))) {
            strings.add(shaped(item::string));
        }
        return strings;
    }

    private static List<String> codes(JsonCursor parent, String name, List<String> allowed) {
        List<String> codes = strings(parent, name);
        for (String code : codes) {
            if (!allowed.contains(code)) {
                String path = parent.path().isEmpty() ? name : parent.path() + "." + name;
                throw new RequestException("unknown-value", path, allowed,
                        path + " has \"" + code + "\"; write some of " + join(allowed));
            }
        }
        return codes;
    }

    private static void put(JsonObject.Builder object, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            List<Json> items = new ArrayList<>();
            texts.forEach(text -> items.add(new JsonString(text)));
            object.put(name, new JsonArray(items));
        }
    }
}
