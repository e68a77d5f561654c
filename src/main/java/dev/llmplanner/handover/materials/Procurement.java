package dev.llmplanner.handover.materials;

import dev.llmplanner.catalog.ExchangeRate;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.CostModel;
import dev.llmplanner.engine.cost.FabricFacts;
import dev.llmplanner.engine.cost.Fleet;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.ServerFacts;
import dev.llmplanner.handover.Order;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The servers of an order and what they cost.
 *
 * @param servers that are bought, spare ones included
 * @param spare   of them
 * @param cost    of all
 * @param plant   where and how long they run
 * @param offered the catalog's exchange rate, whether the plant has taken it or not
 */
public record Procurement(Order order, int servers, int spare, Cost cost, Plant plant, Optional<ExchangeRate> offered) {

    /**
     * The servers of that order.
     *
     * @param spare   servers beyond those that serve, ≥ 0
     * @param facts   of servers and networks
     * @param prices  to be paid
     */
    public static Procurement of(Order order, int spare, PlantCatalog facts, PriceBook prices, Plant plant) {
        return of(order, spare, facts, prices, plant, List.of(), OptionalDouble.empty());
    }

    /**
     * The servers of that order with what is bought for all of them.
     *
     * @param software     ids of subscriptions
     * @param storageBytes for weights and logs; absent: none is bought
     */
    public static Procurement of(Order order, int spare, PlantCatalog facts, PriceBook prices, Plant plant,
            List<String> software, OptionalDouble storageBytes) {
        int servers = serving(order) + spare;
        int devices = order.hardware().accelerator().devicesPerPackage();
        ServerFacts server = order.hardware().server()
                .map(known -> facts.server(known, order.hardware().accelerator()))
                .orElseGet(() -> facts.generic(order.hardware().accelerator(),
                        Math.max(1, order.gpusPerHost() / devices)));
        Optional<FabricFacts> fabric = order.hosts() > 1
                ? order.hardware().fabric().map(known -> facts.fabric(known.id())) : Optional.empty();
        Fleet fleet = new Fleet(server, servers, fabric, software, storageBytes);
        return new Procurement(order, servers, spare, new CostModel(prices, plant).of(fleet), plant, facts.rate());
    }

    /** The rate between the currencies; empty where they stay apart. */
    public Optional<PaidRate> rate() {
        OptionalDouble rate = plant.exchange().cnyPerUsd();
        return rate.isPresent() ? Optional.of(new PaidRate(rate.getAsDouble(), offered)) : Optional.empty();
    }

    /** Whether a price stands in another currency than the totals. */
    public boolean mixesCurrencies() {
        return Stream.concat(cost.purchase().stream(), cost.yearly().stream())
                .anyMatch(line -> line.amount().filter(money -> money.currency() != plant.currency()).isPresent());
    }

    /** Servers that serve: whole ones for each replica, or several replicas in one where they fit. */
    public static int serving(Order order) {
        if (order.hosts() > 1) {
            return order.hosts() * order.replicas();
        }
        int each = Math.max(1, order.gpusPerHost() / order.gpus());
        return (order.replicas() + each - 1) / each;
    }
}
