package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.join;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;
import static dev.llmplanner.planning.Members.CURRENCIES;
import static dev.llmplanner.planning.Members.FRACTION;
import static dev.llmplanner.planning.Members.figure;
import static dev.llmplanner.planning.Members.put;
import static dev.llmplanner.planning.Members.required;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads budgets, the exchange rate and the plant, and writes them with defaults. */
final class PlantReader {

    static final List<String> BUDGET = List.of("purchase", "powerWatts", "racks", "rackUnits", "gpus", "servers");
    static final List<String> PLANT = List.of(
            "currency", "years", "residualShare", "rackWatts", "rackUnits", "administrators", "busyFraction", "colocated",
            "storageBytes", "software");

    private PlantReader() {}

    static Budget budget(JsonCursor root, JsonObject.Builder echo) {
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

    static Exchange exchange(JsonCursor root, JsonObject.Builder echo) {
        Optional<JsonCursor> member = shaped(() -> root.find("exchange"));
        member.ifPresent(rates -> {
            onlyMembers(rates, List.of("cnyPerUsd"));
            echo.put("exchange", rates.value());
        });
        OptionalDouble rate = figure(member, "cnyPerUsd", 1e-6, 999_999, "yuan for a dollar, above 0");
        return rate.isPresent() ? Exchange.of(rate.getAsDouble()) : Exchange.NONE;
    }

    static Plant plant(Optional<JsonCursor> member, Exchange exchange) {
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

    static JsonObject written(Plant plant, List<String> software, OptionalDouble storage) {
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
        return written.build();
    }
}
