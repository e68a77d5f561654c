package dev.llmplanner.view.guide;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.CostModel;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.FabricFacts;
import dev.llmplanner.engine.cost.Fleet;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.ServerFacts;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the machines of a scenario cost by the catalog's prices: bought, and kept for the years of {@link Plant#DEFAULT}.
 * A total that lacks the servers themselves is unknown.
 */
final class FleetCosts {
    private static final List<PartClass> MACHINES = List.of(PartClass.SERVER, PartClass.ACCELERATOR, PartClass.HOST);

    private final Scene scene;
    private final OptionalDouble years;
    private final OptionalDouble exchange;

    /**
     * Costs under these terms.
     *
     * @param years    that the machines are kept; absent: as usual
     * @param exchange yuan for a dollar; absent: prices in yuan are left out
     */
    FleetCosts(Scene scene, OptionalDouble years, OptionalDouble exchange) {
        this.scene = scene;
        this.years = years;
        this.exchange = exchange;
    }

    /** The figure of that name; empty where costs have none such. */
    Optional<Value> figure(String name, Scenario scenario, OptionalDouble gpus) {
        String end = name.endsWith("-low") ? "-low" : name.endsWith("-high") ? "-high" : "";
        String plain = name.substring(0, name.length() - end.length());
        return switch (plain) {
            case "purchase" -> Optional.of(money(cost(scenario, gpus).map(Cost::purchaseTotal), end, 1));
            case "yearly" -> Optional.of(money(cost(scenario, gpus).map(Cost::yearlyTotal), end, 1));
            case "tco" -> Optional.of(money(cost(scenario, gpus).map(Cost::tco), end, 1));
            case "cost-second" -> Optional.of(cost(scenario, gpus).map(known ->
                    money(Optional.of(known.tco()), end, 1 / (known.years() * CostModel.SECONDS_PER_YEAR)))
                    .orElse(Value.of(Measure.USD, OptionalDouble.empty())));
            case "power" -> Optional.of(Value.of(Measure.WATTS, cost(scenario, gpus).flatMap(Cost::power)
                    .map(power -> OptionalDouble.of(end(power.typicalWatts(), end))).orElse(OptionalDouble.empty())));
            case "power-peak" -> Optional.of(Value.of(Measure.WATTS, cost(scenario, gpus).flatMap(Cost::power)
                    .map(power -> OptionalDouble.of(end(power.peakWatts(), end))).orElse(OptionalDouble.empty())));
            default -> Optional.empty();
        };
    }

    private static Value money(Optional<Total> total, String end, double factor) {
        boolean known = total.isPresent()
                && total.get().lacks().stream().noneMatch(lack -> MACHINES.contains(lack.part()));
        return Value.of(Measure.USD, known
                ? OptionalDouble.of(end(total.get().money().amount(), end) * factor)
                : OptionalDouble.empty());
    }

    private static double end(Range range, String end) {
        return end.equals("-low") ? range.low() : end.equals("-high") ? range.high() : range.typical();
    }

    private Optional<Cost> cost(Scenario scenario, OptionalDouble gpus) {
        if (!(DataFile.PRICES.in(scene.state()).data().orElse(null) instanceof JsonObject data)) {
            return Optional.empty();
        }
        PlantCatalog facts = PlantCatalog.read(data, scene.catalog());
        Optional<ServerFacts> server = scenario.shows(Field.ACCELERATOR)
                ? generic(facts, scenario, gpus)
                : server(facts, scenario);
        int count = scenario.shows(Field.ACCELERATOR) ? 1 : nodes(scenario).orElse(0);
        if (server.isEmpty() || count < 1) {
            return Optional.empty();
        }
        Optional<FabricFacts> fabric = count > 1 && !scenario.text(Field.FABRIC).isEmpty()
                ? Optional.of(facts.fabric(scenario.text(Field.FABRIC)))
                : Optional.empty();
        return Optional.of(new CostModel(facts.prices(PriceChoice.USUAL), plant())
                .of(new Fleet(server.get(), count, fabric, List.of(), OptionalDouble.empty())));
    }

    /** Accelerators that are named without a server stand in a node of no particular maker. */
    private Optional<ServerFacts> generic(PlantCatalog facts, Scenario scenario, OptionalDouble gpus) {
        return scene.catalog().accelerator(scenario.text(Field.ACCELERATOR))
                .filter(known -> gpus.isPresent() && gpus.getAsDouble() >= known.devicesPerPackage())
                .map(known -> facts.generic(known, (int) gpus.getAsDouble() / known.devicesPerPackage()));
    }

    private Optional<ServerFacts> server(PlantCatalog facts, Scenario scenario) {
        Optional<ServerEntry> server = scene.catalog().server(scenario.text(Field.SERVER));
        Optional<AcceleratorEntry> accelerator = server.flatMap(known -> scene.catalog().accelerator(known.acceleratorId()));
        return accelerator.map(known -> facts.server(server.get(), known));
    }

    private OptionalInt nodes(Scenario scenario) {
        OptionalDouble typed = scene.words().parse(scenario.text(Field.NODES).trim());
        boolean usable = typed.isPresent() && typed.getAsDouble() >= 1 && typed.getAsDouble() < 100_000;
        return usable ? OptionalInt.of((int) typed.getAsDouble()) : OptionalInt.empty();
    }

    private Plant plant() {
        Plant usual = Plant.DEFAULT;
        double kept = years.orElse(usual.years());
        boolean sensible = kept >= 1 && kept <= 10;
        return new Plant(usual.currency(), exchange.isPresent() ? Exchange.of(exchange.getAsDouble()) : usual.exchange(),
                sensible ? kept : usual.years(), usual.residualShare(), usual.rackWatts(), usual.rackUnits(),
                usual.administrators(), usual.busyFraction(), usual.colocated());
    }
}
