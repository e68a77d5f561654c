package dev.llmplanner.planning;

import dev.llmplanner.engine.demand.Step;
import dev.llmplanner.engine.search.Ranking;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the result of a search by {@code docs/contract/search-result.schema.json}. */
final class SearchResultWriter {

    private static final int YEAR = 12;
    private static final int HORIZON = 36;

    private final SearchRequest request;
    private final Exploration exploration;
    private final List<Plan> ranked;
    private final PlanWriter plans;
    private final Frontiers frontiers;
    private final Optional<Explanation> explanation;
    private final Counts counts;

    SearchResultWriter(
            SearchRequest request, Exploration exploration, List<Plan> ranked, PlanWriter plans, Frontiers frontiers,
            Optional<Explanation> explanation, Counts counts) {
        this.request = request;
        this.exploration = exploration;
        this.ranked = ranked;
        this.plans = plans;
        this.frontiers = frontiers;
        this.explanation = explanation;
        this.counts = counts;
    }

    JsonObject write() {
        UndecidedWriter undecided = new UndecidedWriter(request, exploration, plans);
        boolean none = ranked.isEmpty() && undecided.size() == 0;
        return new JsonObject.Builder()
                .put("request", request.echo())
                .put("demand", demand())
                .put("plans", plans())
                .put("undecided", undecided.write())
                .put("missingFacts", undecided.facts())
                .put("rejected", rejected())
                .put("frontier", new JsonObject.Builder()
                        .put("throughput", points(frontiers.throughput()))
                        .put("cost", points(frontiers.cost()))
                        .build())
                .put("explanation", explanation())
                .put("contradictions", none ? Contradictions.of(exploration.regions()) : new JsonArray(List.of()))
                .put("counts", counts(undecided.size()))
                .build();
    }

    private JsonObject demand() {
        List<Json> steps = new ArrayList<>();
        for (Step step : request.demand().steps()) {
            JsonObject.Builder inputs = new JsonObject.Builder();
            step.inputs().forEach(inputs::put);
            steps.add(new JsonObject.Builder()
                    .put("code", step.code()).put("value", step.value()).put("inputs", inputs.build()).build());
        }
        return new JsonObject.Builder()
                .put("kind", request.demand().kind().code())
                .put("value", request.demand().value())
                .put("inputTokens", request.inputTokens())
                .put("outputTokens", request.outputTokens())
                .put("prefixCacheHitFraction", request.cachedFraction())
                .put("steps", new JsonArray(steps))
                .put("growth", growth())
                .build();
    }

    /** Every year, and the planned month. */
    private JsonArray growth() {
        Set<Integer> months = new TreeSet<>();
        for (int month = 0; month <= HORIZON; month += YEAR) {
            months.add(month);
        }
        months.add(request.growth().planMonth());
        List<Json> written = new ArrayList<>();
        for (int month : months) {
            double value = request.demand().today() * request.growth().factor(month);
            JsonObject.Builder one = new JsonObject.Builder().put("month", month).put("value", value);
            if (!ranked.isEmpty()) {
                Plan first = ranked.get(0);
                one.put("servers", Sizing.of(value, capacity(first), first.sizing().placement(), request.spareServers())
                        .servers());
            }
            written.add(one.build());
        }
        return new JsonArray(written);
    }

    /** Of one replica within the limits, in the demand's unit. */
    private double capacity(Plan plan) {
        return Math.max(plans.carried(plan)
                / plan.sizing().replicasWithout(plan.sizing().spareServers()), request.demand().value() / Sizing.MOST_REPLICAS);
    }

    private JsonArray plans() {
        int[] ties = Ranking.ties(ranked, Plan::figure, Plan::figureAtBest);
        List<Json> written = new ArrayList<>();
        for (int place = 0; place < Math.min(request.limit(), ranked.size()); place++) {
            Plan plan = ranked.get(place);
            written.add(plans.write(plan, place + 1, ties[place], exploration.region(plan).candidates));
        }
        return new JsonArray(written);
    }

    private JsonArray rejected() {
        List<Json> written = new ArrayList<>();
        for (Region region : Rejections.of(exploration.regions())) {
            JsonObject.Builder one = Replica.place(region.modelId, region.site).put("constraint", region.furthest().code());
            if (!Double.isNaN(region.closest())) {
                one.put("closest", region.closest()).put("limit", region.limit()).put("unit", region.unit());
            }
            JsonObject.Builder by = new JsonObject.Builder();
            region.byConstraint.forEach((constraint, count) -> by.put(constraint.code(), count));
            written.add(one.put("candidates", region.candidates).put("byConstraint", by.build()).build());
        }
        return new JsonArray(written);
    }

    private JsonArray points(List<Frontiers.Point> points) {
        List<Json> written = new ArrayList<>();
        for (Frontiers.Point point : points) {
            JsonObject.Builder one = Replica.place(point.group().modelId(), point.site())
                    .put("engine", point.group().engine().code())
                    .put("mode", "aggregated")
                    .put("request", Replica.inFlight(request, point.group(), point.site(), point.layout(), point.load()))
                    .put("tokensPerSecondPerUser", point.tokensPerSecondPerUser())
                    .put("outputTokensPerSecondPerGpu", point.outputTokensPerSecondPerGpu())
                    .put("servers", point.servers());
            point.cost().ifPresent(cost -> one
                    .put("perMillionOutputTokens", point.perMillionOutputTokens())
                    .put("purchase", cost.purchaseTotal().money().amount().typical()));
            written.add(one.build());
        }
        return new JsonArray(written);
    }

    private JsonObject explanation() {
        JsonObject.Builder written = new JsonObject.Builder();
        if (ranked.isEmpty()) {
            written.put("binding", new JsonArray(List.of()));
        } else {
            Plan first = ranked.get(0);
            written.put("binding", PlanWriter.margins(
                    plans.margins(first, plans.maker().point(first.best(), first.load()))));
        }
        written.put("changes", explanation.map(Explanation::changes).orElse(new JsonArray(List.of())))
                .put("tornado", explanation.map(Explanation::tornado).orElse(new JsonArray(List.of())))
                .put("figure", request.rankBy().code());
        if (!ranked.isEmpty() && ranked.get(0).figure() < Double.POSITIVE_INFINITY) {
            written.put("value", ranked.get(0).figure());
            if (request.rankBy().isMoney()) {
                written.put("currency", request.plant().currency().name());
            }
        }
        return written.build();
    }

    private JsonObject counts(int undecidedPlans) {
        return new JsonObject.Builder()
                .put("deployments", counts.deployments)
                .put("computed", counts.computed)
                .put("shared", counts.shared)
                .put("excluded", new JsonObject.Builder()
                        .put("memory", counts.excludedByMemory)
                        .put("context", counts.excludedByContext)
                        .put("throughput", counts.excludedByThroughput)
                        .put("tpot", counts.excludedByTpot)
                        .put("concurrency", counts.excludedByConcurrency)
                        .build())
                .put("unknown", counts.unknown)
                .put("operatingPoints", counts.operatingPoints)
                .put("decodeSteps", counts.decodeSteps)
                .put("groups", counts.groups)
                .put("undecidedPlans", undecidedPlans)
                .build();
    }
}
