package dev.llmplanner.planning;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.TokenCost;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Percentile;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns the best deployment of a group into a plan on one of its sites, and judges it by the budgets. */
final class PlanMaker {

    private static final double NEAR = 1e-9;

    private final SearchRequest request;
    private final Economy economy;
    private final boolean rate;

    PlanMaker(SearchRequest request, Economy economy) {
        this.request = request;
        this.economy = economy;
        this.rate = request.demand().kind() == Demand.Kind.REQUESTS_PER_SECOND;
    }

    Plan plan(Group group, Site site, Best best) {
        return plan(group, site, best, best.capacity());
    }

    private Plan plan(Group group, Site site, Best best, double capacity) {
        Sizing sizing = Sizing.of(request.demand().value(), capacity, best.sizing().placement(), request.spareServers());
        Cost cost = cost(site, sizing);
        double load = load(sizing.replicas());
        double output = rate
                ? request.demand().value() * request.outputTokens()
                : sizing.replicas() * best.at(load).requestsPerSecond() * request.outputTokens();
        List<Margin> margins = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        budgets(site, sizing, cost, margins, facts);
        return new Plan(group, site, best, sizing, load, load(sizing.needed()), cost, output,
                figure(best, load, site, sizing, cost, output, 1), atBest(best, site, sizing, load, output), margins, facts);
    }

    Cost cost(Site site, Sizing sizing) {
        return economy.of(site, sizing.servers(), sizing.placement().serversPerReplica() > 1);
    }

    /** Of each of so many replicas, on average. */
    double load(int replicas) {
        double share = request.demand().value() / replicas;
        return rate ? share : Math.max(1, share);
    }

    /** The plan of the same deployment, where one replica carries so much. */
    Plan sized(Plan plan, double capacity) {
        return plan(plan.group(), plan.site(), plan.best(), capacity);
    }

    /** The ranked figure, which is money, with all prices low (−1) or high (1). */
    double figureOfPrices(Plan plan, int end) {
        Range range = request.rankBy() == RankBy.PURCHASE
                ? plan.cost().purchaseTotal().money().amount()
                : tokenCost(plan.cost(), plan.outputTokensPerSecond()).outputAlone().amount();
        return plan.figure() == Double.POSITIVE_INFINITY ? plan.figure() : end < 0 ? range.low() : range.high();
    }

    /** The point of a replica under that load. */
    ServingPoint point(Best best, double load) {
        return rate ? best.curve().atRate(load) : best.at(load);
    }

    private double atBest(Best best, Site site, Sizing sizing, double load, double output) {
        double faster = best.quantiles().throughput().highFraction();
        Sizing fewer = Sizing.of(request.demand().value(), best.capacity() * (rate ? faster : 1),
                sizing.placement(), request.spareServers());
        return figure(best, load, site, fewer, cost(site, fewer), rate ? output : output * faster,
                best.quantiles().tpot().lowFraction());
    }

    private double figure(
            Best best, double load, Site site, Sizing sizing, Cost cost, double output, double latencyFactor) {
        return switch (request.rankBy()) {
            case COST_PER_MILLION_OUTPUT_TOKENS -> Economy.knowsServers(cost.tco())
                    ? tokenCost(cost, output).outputAlone().amount().typical() : Double.POSITIVE_INFINITY;
            case PURCHASE -> Economy.knowsServers(cost.purchaseTotal())
                    ? cost.purchaseTotal().money().amount().typical() : Double.POSITIVE_INFINITY;
            case POWER -> cost.power().map(power -> power.typicalWatts().typical()).orElse(Double.POSITIVE_INFINITY);
            case GPUS -> (double) sizing.servers() * site.gpus();
            case LATENCY_MARGIN -> latencyFactor * used(point(best, load));
        };
    }

    /** The greatest share of a limit that is used up. */
    private double used(ServingPoint point) {
        Slo slo = request.slo();
        if (!slo.hasTtft() && !slo.hasTpot()) {
            return point.tpotSeconds();
        }
        return Math.max(slo.percentile().ttftSeconds(point) / slo.ttftSeconds(),
                slo.percentile().tpotSeconds(point) / slo.tpotSeconds());
    }

    /** Of the plan's tokens over the years of the plant. */
    TokenCost tokenCost(Cost cost, double outputTokensPerSecond) {
        double busy = request.plant().busyFraction();
        double inputs = outputTokensPerSecond * request.inputTokens() / request.outputTokens();
        return TokenCost.of(cost.perSecond(), inputs * busy, outputTokensPerSecond * busy, OptionalDouble.empty());
    }

    private void budgets(Site site, Sizing sizing, Cost cost, List<Margin> margins, List<Fact> facts) {
        Budget budget = request.budget();
        whole(Constraint.SERVERS, budget.servers(), OptionalInt.of(sizing.servers()), margins);
        whole(Constraint.GPUS, budget.gpus(), OptionalInt.of(sizing.servers() * site.gpus()), margins);
        if (budget.rackUnits().isPresent() && !whole(
                Constraint.RACK_UNITS, budget.rackUnits(), cost.space().rackUnits(), margins)) {
            facts.add(serverFact(site, "rackUnits", Constraint.RACK_UNITS));
        }
        if (budget.racks().isPresent()) {
            racks(site, cost, margins, facts);
        }
        if (budget.powerWatts().isPresent()) {
            if (cost.power().isPresent()) {
                margins.add(new Margin(Constraint.POWER, cost.power().get().peakWatts().typical(),
                        budget.powerWatts().getAsDouble(), "watts"));
            } else {
                facts.add(serverFact(site, "maxPowerKw", Constraint.POWER));
            }
        }
        if (budget.purchase().isPresent()) {
            purchase(cost, margins, facts);
        }
    }

    private static boolean whole(Constraint constraint, OptionalInt limit, OptionalInt value, List<Margin> margins) {
        if (limit.isPresent() && value.isPresent()) {
            margins.add(new Margin(constraint, value.getAsInt(), limit.getAsInt(), constraint.unit()));
        }
        return value.isPresent();
    }

    /** Where the racks aren't known, those that the known facts ask for may be too many already. */
    private void racks(Site site, Cost cost, List<Margin> margins, List<Fact> facts) {
        int limit = request.budget().racks().getAsInt();
        if (cost.space().racks().isPresent() || cost.space().racksAtLeast() > limit) {
            int racks = cost.space().racks().orElse(cost.space().racksAtLeast());
            margins.add(new Margin(Constraint.RACKS, racks, limit, "racks"));
            return;
        }
        if (cost.space().rackUnits().isEmpty()) {
            facts.add(serverFact(site, "rackUnits", Constraint.RACKS));
        }
        if (cost.power().isEmpty()) {
            facts.add(serverFact(site, "maxPowerKw", Constraint.RACKS));
        }
        if (cost.space().exceedsRack()) {
            facts.add(new Fact("rack-too-small", "plant.rackWatts", site.id(), Optional.empty(), Optional.of(Constraint.RACKS)));
        }
    }

    /** Where a price is missing, what is known may exceed the budget already. */
    private void purchase(Cost cost, List<Margin> margins, List<Fact> facts) {
        Total total = cost.purchaseTotal();
        Currency asked = request.budget().currency().orElseThrow();
        Optional<Money> known = request.plant().exchange().to(asked, total.money());
        if (known.isEmpty()) {
            facts.add(new Fact("exchange-rate-unknown", "exchange.cnyPerUsd", total.money().currency().name(),
                    Optional.empty(), Optional.of(Constraint.PURCHASE)));
            return;
        }
        Margin margin = new Margin(
                Constraint.PURCHASE, known.get().amount().typical(), request.budget().purchase().getAsDouble(), asked.name());
        List<Lack> decisive = Economy.decisive(total);
        if (decisive.isEmpty() || margin.isBroken()) {
            margins.add(margin);
            return;
        }
        for (Lack lack : decisive) {
            String field = switch (lack.reason()) {
                case NO_PRICE -> "price";
                case NO_EXCHANGE_RATE -> "exchange.cnyPerUsd";
                case NO_QUANTITY -> "quantity";
                default -> "network";
            };
            facts.add(new Fact("price-unknown", field, PriceCodes.code(lack.part()) + ":" + lack.id(), Optional.empty(),
                    Optional.of(Constraint.PURCHASE)));
        }
    }

    private static Fact serverFact(Site site, String field, Constraint constraint) {
        return new Fact("server-fact-unknown", field, site.id(),
                site.server().map(server -> "hardware-catalog/servers/" + server.id() + ".json"), Optional.of(constraint));
    }

    /**
     * The plan, with a replica more until it keeps the limits at its own loads: TTFT may be worse at a lower load than at the
     * one that was searched.
     */
    Plan kept(Plan plan) {
        Plan kept = plan;
        for (int more = 1; more <= 4 && !keeps(kept); more++) {
            int needed = kept.sizing().needed() + 1;
            kept = plan(plan.group(), plan.site(), plan.best(), request.demand().value() / needed);
        }
        return kept;
    }

    private boolean keeps(Plan plan) {
        return keeps(plan.best(), plan.load())
                && (plan.load() == plan.degradedLoad() || keeps(plan.best(), plan.degradedLoad()));
    }

    /** Whether replicas under that load keep the limits, the fullest one too. */
    boolean keeps(Best best, double load) {
        double fullest = rate ? load : Math.ceil(load * (1 - NEAR));
        return request.slo().isMet(request.slo().percentile().of(point(best, fullest)))
                && (rate ? load <= best.curve().highestRequestsPerSecond() * (1 + NEAR) : fullest <= best.held());
    }

    /** The most requests in flight on one replica within the limits. */
    int withinSlo(Best best, Slo slo) {
        return new LoadSearch(load -> slo.percentile().at(best.curve(), load), slo, request.outputTokens()).largest(best.held());
    }

    /** Of one replica, in the demand's unit, where measurements are at the bad ends of the bands; 0 where it has none. */
    double pessimisticCapacity(Best best) {
        Uncertainty.Quantiles bands = best.quantiles();
        int load = withinSlo(best, request.slo().whereMeasured(bands.ttft().highFraction(), bands.tpot().highFraction()));
        return load == 0 ? 0 : rate ? bands.throughput().lowFraction() * best.requestsPerSecond(load) : load;
    }

    /** Latency of that point at the asked percentile, at the bad ends of the bands. */
    double[] pessimisticLatency(Best best, double load) {
        ServingPoint point = point(best, load);
        Percentile percentile = request.slo().percentile();
        return new double[] {
            percentile.ttftSeconds(point) * best.quantiles().ttft().highFraction(),
            percentile.tpotSeconds(point) * best.quantiles().tpot().highFraction()
        };
    }
}
