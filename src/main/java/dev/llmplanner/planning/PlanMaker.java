package dev.llmplanner.planning;

import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.TokenCost;
import dev.llmplanner.engine.demand.Demand;
import dev.llmplanner.engine.search.LoadSearch;
import dev.llmplanner.engine.search.Percentile;
import dev.llmplanner.engine.search.Sizing;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Turns the best deployment of a group into a plan on one of its sites. */
final class PlanMaker {

    private static final double NEAR = 1e-9;

    private final SearchRequest request;
    private final Economy economy;
    private final BudgetJudge budgets;
    private final boolean rate;

    PlanMaker(SearchRequest request, Economy economy) {
        this.request = request;
        this.economy = economy;
        this.budgets = new BudgetJudge(request.budget(), request.plant().exchange());
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
        budgets.judge(site, sizing, cost, margins, facts);
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
        return tokenCost(cost, outputTokensPerSecond, OptionalDouble.empty());
    }

    private TokenCost tokenCost(Cost cost, double outputTokensPerSecond, OptionalDouble prefillShare) {
        double busy = request.plant().busyFraction();
        double inputs = outputTokensPerSecond * request.inputTokens() / request.outputTokens();
        return TokenCost.of(cost.perSecond(), inputs * busy, outputTokensPerSecond * busy, prefillShare);
    }

    /** Of that plan, with the cost divided between input and output by the time that GPUs spend on each. */
    TokenCost tokenCost(Plan plan, ServingPoint point) {
        return tokenCost(plan.cost(), plan.outputTokensPerSecond(), OptionalDouble.of(prefillShare(plan.best(), point)));
    }

    /**
     * Share of the busy time that GPUs prefill: {@code s·g / (s·g + O·D/B·h)}, with a prompt that keeps a stage of a worker
     * of g GPUs busy for s, and steps of D per token in which B sequences decode on a worker of h.
     */
    private double prefillShare(Best best, ServingPoint point) {
        double perToken = point.decodeStepSeconds() / point.tokensPerStep() / point.runningBatch();
        double prefill = point.serviceSeconds();
        double decode = request.outputTokens() * perToken;
        if (best.pools().isPresent()) {
            Pools pools = best.pools().get();
            prefill *= pools.prefill().gpus();
            decode *= (double) pools.decodeWorkers() * pools.decode().gpus();
        }
        return prefill / (prefill + decode);
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
        // Prompts of separate pools share steps at any load, so that TTFT may fall as load rises.
        double even = best.pools().isPresent() ? 0 : request.outputTokens();
        return new LoadSearch(load -> slo.percentile().at(best.curve(), load), slo, even).largest(best.held());
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
