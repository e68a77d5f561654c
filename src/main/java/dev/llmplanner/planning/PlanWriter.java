package dev.llmplanner.planning;

import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.search.Percentile;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes plans by {@code search-result.schema.json}. Latency, throughput and memory are those of the replica's estimate. */
final class PlanWriter {

    private final CatalogPlanner planner;
    private final SearchRequest request;
    private final PlanMaker maker;
    private final boolean rate;

    PlanWriter(CatalogPlanner planner, SearchRequest request, PlanMaker maker) {
        this.planner = planner;
        this.request = request;
        this.maker = maker;
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
    }

    PlanMaker maker() {
        return maker;
    }

    /**
     * @param rank         0 where the plan isn't ranked
     * @param alternatives deployments of the region
     */
    JsonObject write(Plan plan, int rank, int tie, int alternatives) {
        Sizing sizing = plan.sizing();
        JsonObject estimate = planner.estimate(
                Replica.request(request, plan.group(), plan.site(), plan.best(), plan.load()));
        ServingPoint point = maker.point(plan.best(), plan.load());
        JsonObject.Builder written = new JsonObject.Builder();
        if (rank > 0) {
            if (plan.figure() < Double.POSITIVE_INFINITY) {
                written.put("rank", rank);
            }
            written.put("tie", tie);
        }
        written.put("model", plan.group().modelId());
        plan.site().server().map(ServerEntry::id).ifPresent(id -> written.put("server", id));
        written.put("accelerator", plan.site().accelerator().id())
                .put("gpusPerServer", plan.site().gpus())
                .put("engine", plan.group().engine().code())
                .put("mode", plan.best().mode())
                .put("weights", plan.group().weights())
                .put("request", member(estimate, "request"))
                .put("replicas", sizing.replicas())
                .put("serversPerReplica", sizing.placement().serversPerReplica())
                .put("replicasPerServer", sizing.placement().replicasPerServer())
                .put("servers", sizing.servers())
                .put("spareServers", sizing.spareServers())
                .put("gpus", sizing.servers() * plan.site().gpus())
                .put("gpusUsed", sizing.replicas() * sizing.placement().gpusPerReplica())
                .put("verdict", member(estimate, "verdict"))
                .put("confidence", member(estimate, "confidence"))
                .put("latency", latency(object(estimate, "latency"), point))
                .put("throughput", throughput(object(estimate, "throughput"), sizing.replicas()))
                .put("concurrency", concurrency(plan, point))
                .put("headroom", headroom(plan))
                .put("memoryPerGpu", member(estimate, "memoryPerGpu"))
                .put("kvCache", member(estimate, "kvCache"));
        cost(plan, point, written);
        margins(plan, point, written);
        return written.put("pessimistic", pessimistic(plan))
                .put("degraded", degraded(plan))
                .put("findings", member(estimate, "findings"))
                .put("alternatives", Math.max(0, alternatives - 1))
                .build();
    }

    private static Json member(JsonObject object, String name) {
        return object.get(name).orElseThrow(() -> new IllegalStateException("no " + name));
    }

    private static JsonObject object(JsonObject object, String name) {
        return (JsonObject) member(object, name);
    }

    private static JsonObject latency(JsonObject latency, ServingPoint point) {
        Map<String, Json> tpot = new LinkedHashMap<>(object(latency, "tpotSeconds").members());
        tpot.put("p50", new JsonNumber(Percentile.P50.tpotSeconds(point)));
        tpot.put("p95", new JsonNumber(Percentile.P95.tpotSeconds(point)));
        tpot.put("p99", new JsonNumber(Percentile.P99.tpotSeconds(point)));
        return new JsonObject.Builder()
                .put("ttftSeconds", member(latency, "ttftSeconds"))
                .put("tpotSeconds", new JsonObject(tpot))
                .put("tokensPerSecondPerUser", 1 / point.tpotSeconds())
                .build();
    }

    private static JsonObject throughput(JsonObject replica, int replicas) {
        return new JsonObject.Builder()
                .put("outputTokensPerSecond", times(object(replica, "outputTokensPerSecond"), replicas))
                .put("outputTokensPerSecondPerGpu", member(replica, "outputTokensPerSecondPerGpu"))
                .put("inputTokensPerSecond", times(object(replica, "inputTokensPerSecond"), replicas))
                .put("requestsPerSecond", replicas * ((JsonNumber) member(replica, "requestsPerSecond")).value())
                .build();
    }

    private static JsonObject times(JsonObject band, int factor) {
        JsonObject.Builder all = new JsonObject.Builder();
        band.members().forEach((name, value) -> all.put(name, factor * ((JsonNumber) value).value()));
        return all.build();
    }

    private JsonObject concurrency(Plan plan, ServingPoint point) {
        int within = maker.withinSlo(plan.best(), request.slo());
        String limit;
        if (within < plan.best().held()) {
            limit = request.slo().tpotMet(request.slo().percentile().at(plan.best().curve(), within + 1)) ? "ttft" : "tpot";
        } else {
            limit = plan.best().held() >= Math.floor(plan.best().engineHeld()) ? "engine-batch" : "kv-cache";
        }
        return new JsonObject.Builder()
                .put("load", rate ? point.concurrency() : plan.load())
                .put("withinSlo", within)
                .put("held", plan.best().held())
                .put("limit", limit)
                .build();
    }

    /** Demand that all replicas but those on spare servers carry. */
    double carried(Plan plan) {
        int within = maker.withinSlo(plan.best(), request.slo());
        int replicas = plan.sizing().replicasWithout(plan.sizing().spareServers());
        return within == 0 ? 0
                : replicas * (rate ? plan.best().requestsPerSecond(within) : within);
    }

    private JsonObject headroom(Plan plan) {
        double carried = carried(plan);
        return new JsonObject.Builder()
                .put("demand", carried)
                .put("fraction", carried / request.demand().value() - 1)
                .build();
    }

    private void cost(Plan plan, ServingPoint point, JsonObject.Builder written) {
        Cost cost = plan.cost();
        boolean priced = cost.purchaseTotal().money().amount().high() > 0 || cost.yearlyTotal().money().amount().high() > 0;
        if (priced) {
            written.put("cost", CostWriter.cost(cost, maker.tokenCost(plan, point)));
        }
        cost.power().ifPresent(power -> written.put("power", CostWriter.power(power)));
        written.put("space", CostWriter.space(cost, plan.site().server().flatMap(ServerEntry::cooling)));
        CostWriter.network(cost).ifPresent(network -> written.put("network", network));
    }

    /** Of every limit, least first. */
    List<Margin> margins(Plan plan, ServingPoint point) {
        List<Margin> margins = new ArrayList<>(plan.margins());
        if (request.slo().hasTtft()) {
            margins.add(new Margin(Constraint.TTFT, request.slo().percentile().ttftSeconds(point),
                    request.slo().ttftSeconds(), "seconds"));
        }
        if (request.slo().hasTpot()) {
            margins.add(new Margin(Constraint.TPOT, request.slo().percentile().tpotSeconds(point),
                    request.slo().tpotSeconds(), "seconds"));
        }
        margins.sort(Comparator.comparingDouble(Margin::fraction));
        return margins;
    }

    private void margins(Plan plan, ServingPoint point, JsonObject.Builder written) {
        List<Margin> margins = margins(plan, point);
        written.put("margins", margins(margins));
        if (!margins.isEmpty()) {
            written.put("binding", margins.get(0).constraint().code());
        }
    }

    static JsonArray margins(List<Margin> margins) {
        List<Json> items = new ArrayList<>();
        for (Margin margin : margins) {
            items.add(new JsonObject.Builder()
                    .put("constraint", margin.constraint().code())
                    .put("value", margin.value())
                    .put("limit", margin.limit())
                    .put("unit", margin.unit())
                    .put("fraction", margin.fraction())
                    .build());
        }
        return new JsonArray(items);
    }

    private JsonObject pessimistic(Plan plan) {
        double[] latency = maker.pessimisticLatency(plan.best(), plan.load());
        double capacity = maker.pessimisticCapacity(plan.best());
        double carried = plan.sizing().replicas() * capacity;
        List<Json> breaks = new ArrayList<>();
        if (latency[0] > request.slo().ttftSeconds() * (1 + 1e-9)) {
            breaks.add(new JsonString("ttft"));
        }
        if (latency[1] > request.slo().tpotSeconds() * (1 + 1e-9)) {
            breaks.add(new JsonString("tpot"));
        }
        if (carried < request.demand().value() * (1 - 1e-9)) {
            breaks.add(new JsonString("demand"));
        }
        JsonObject.Builder written = new JsonObject.Builder()
                .put("holds", breaks.isEmpty())
                .put("breaks", new JsonArray(breaks))
                .put("ttftSeconds", latency[0])
                .put("tpotSeconds", latency[1])
                .put("demand", carried);
        if (capacity > 0) {
            written.put("servers", Sizing.of(
                    request.demand().value(), capacity, plan.sizing().placement(), request.spareServers()).servers());
        }
        return written.build();
    }

    private JsonObject degraded(Plan plan) {
        int lost = Math.max(1, plan.sizing().spareServers());
        int left = plan.sizing().replicasWithout(lost);
        JsonObject.Builder written = new JsonObject.Builder().put("serversLost", lost).put("replicas", left);
        if (left == 0) {
            return written.put("withinSlo", false).build();
        }
        double load = maker.load(left);
        ServingPoint point = maker.point(plan.best(), load);
        return written.put("withinSlo", maker.keeps(plan.best(), load))
                .put("request", object(planner.estimate(
                        Replica.request(request, plan.group(), plan.site(), plan.best(), load)), "request"))
                .put("ttftSeconds", request.slo().percentile().ttftSeconds(point))
                .put("tpotSeconds", request.slo().percentile().tpotSeconds(point))
                .build();
    }
}
