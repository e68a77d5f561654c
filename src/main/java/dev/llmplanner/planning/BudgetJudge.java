package dev.llmplanner.planning;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.engine.search.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Judges what is bought by the budgets: each limit that can be judged has a margin, each other one names the facts that would
 * decide it.
 */
final class BudgetJudge {

    /** The code of a price that isn't in the book. */
    static final String PRICE_UNKNOWN = "price-unknown";

    private final Budget budget;
    private final Exchange exchange;

    BudgetJudge(Budget budget, Exchange exchange) {
        this.budget = budget;
        this.exchange = exchange;
    }

    /**
     * Judges servers of that site.
     *
     * @param margins takes those of limits that can be judged
     * @param facts   takes those that a limit can't be judged without
     */
    void judge(Site site, Sizing sizing, Cost cost, List<Margin> margins, List<Fact> facts) {
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
        int limit = budget.racks().getAsInt();
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
        Currency asked = budget.currency().orElseThrow();
        Optional<Money> known = exchange.to(asked, total.money());
        if (known.isEmpty()) {
            facts.add(exchangeRate(asked));
            return;
        }
        Margin margin = new Margin(
                Constraint.PURCHASE, known.get().amount().typical(), budget.purchase().getAsDouble(), asked.name());
        List<Lack> decisive = Economy.decisive(total);
        if (decisive.isEmpty() || margin.isBroken()) {
            margins.add(margin);
            return;
        }
        for (Lack lack : decisive) {
            Fact fact = switch (lack.reason()) {
                case NO_PRICE -> unpriced(lack, "price");
                case NO_EXCHANGE_RATE -> exchangeRate(asked);
                case NO_QUANTITY -> unpriced(lack, "quantity");
                default -> unpriced(lack, "network");
            };
            if (!facts.contains(fact)) {
                facts.add(fact);
            }
        }
    }

    /** One fact, whichever prices wait for it. */
    private static Fact exchangeRate(Currency asked) {
        return new Fact("exchange-rate-unknown", "exchange.cnyPerUsd", asked.name(), Optional.empty(),
                Optional.of(Constraint.PURCHASE));
    }

    private static Fact unpriced(Lack lack, String field) {
        return new Fact(PRICE_UNKNOWN, field, PriceCodes.code(lack.part()) + ":" + lack.id(), Optional.empty(),
                Optional.of(Constraint.PURCHASE));
    }

    private static Fact serverFact(Site site, String field, Constraint constraint) {
        return new Fact("server-fact-unknown", field, site.id(),
                site.server().map(server -> "hardware-catalog/servers/" + server.id() + ".json"), Optional.of(constraint));
    }
}
