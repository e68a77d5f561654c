package dev.llmplanner.planning;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.BreakEven;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.FleetPower;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.NetworkPlan;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.TokenCost;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a plan costs, draws and fills. */
final class CostWriter {

    private CostWriter() {}

    static JsonObject range(Range range) {
        return new JsonObject.Builder()
                .put("low", range.low()).put("typical", range.typical()).put("high", range.high()).build();
    }

    private static JsonObject total(Money money, List<Lack> lacks) {
        List<Json> missing = new ArrayList<>();
        for (Lack lack : lacks) {
            missing.add(new JsonObject.Builder()
                    .put("part", PriceCodes.code(lack.part()))
                    .put("id", lack.id())
                    .put("reason", PriceCodes.code(lack.reason()))
                    .build());
        }
        return new JsonObject.Builder()
                .put("low", money.amount().low())
                .put("typical", money.amount().typical())
                .put("high", money.amount().high())
                .put("currency", money.currency().name())
                .put("lacks", new JsonArray(missing))
                .build();
    }

    private static JsonObject total(Total total) {
        return total(total.money(), total.lacks());
    }

    static JsonObject cost(Cost cost, TokenCost tokens) {
        JsonObject.Builder written = new JsonObject.Builder()
                .put("currency", cost.tco().money().currency().name())
                .put("years", cost.years())
                .put("purchase", total(cost.purchaseTotal()))
                .put("yearly", total(cost.yearlyTotal()))
                .put("depreciation", total(cost.depreciation()))
                .put("tco", total(cost.tco()));
        cost.rent().ifPresent(rent -> written.put("rent", total(rent)));
        cost.rentReserved().ifPresent(rent -> written.put("rentReserved", total(rent)));
        written.put("perMillionOutputTokens", total(tokens.outputAlone(), cost.tco().lacks()));
        tokens.input().ifPresent(input -> written.put("perMillionInputTokens", total(input, cost.tco().lacks())));
        tokens.output().ifPresent(output -> written.put("perMillionOutputTokensAlone", total(output, cost.tco().lacks())));
        cost.rent().flatMap(rent -> BreakEven.of(cost.tco().money().times(1 / cost.years()), rent.money()))
                .ifPresent(even -> written.put("breakEvenUtilizationFraction", range(even.utilisation())));
        return written.put("lines", lines(cost.purchase())).put("yearlyLines", lines(cost.yearly())).build();
    }

    private static JsonArray lines(List<Line> lines) {
        List<Json> written = new ArrayList<>();
        for (Line line : lines) {
            JsonObject.Builder one = new JsonObject.Builder()
                    .put("part", PriceCodes.code(line.part()))
                    .put("id", line.id())
                    .put("count", line.count());
            line.amount().ifPresent(amount ->
                    one.put("amount", range(amount.amount())).put("currency", amount.currency().name()));
            one.put("origin", PriceCodes.code(line.origin()));
            line.price().ifPresent(price -> price(price, one));
            written.add(one.build());
        }
        return new JsonArray(written);
    }

    private static void price(Price price, JsonObject.Builder line) {
        line.put("unitPrice", range(price.amount())).put("unit", PriceCodes.code(price.unit()));
        if (!price.date().isEmpty()) {
            line.put("date", price.date());
        }
        if (!price.source().isEmpty()) {
            line.put("source", price.source());
        }
    }

    static JsonObject power(FleetPower power) {
        JsonObject.Builder written = new JsonObject.Builder();
        power.idleWatts().ifPresent(watts -> written.put("idleWatts", range(watts)));
        written.put("typicalWatts", range(power.typicalWatts()))
                .put("peakWatts", range(power.peakWatts()));
        power.facilityPeakWatts().ifPresent(watts -> written.put("facilityPeakWatts", range(watts)));
        return written.put("origin", PriceCodes.code(power.origin())).build();
    }

    static JsonObject space(Cost cost, Optional<String> cooling) {
        JsonObject.Builder written = new JsonObject.Builder();
        cost.space().rackUnits().ifPresent(units -> written.put("rackUnits", units));
        cost.space().racks().ifPresent(racks -> written.put("racks", racks));
        written.put("racksAtLeast", cost.space().racksAtLeast())
                .put("limit", PriceCodes.code(cost.space().limit()))
                .put("exceedsRack", cost.space().exceedsRack());
        cooling.ifPresent(kind -> written.put("cooling", kind));
        return written.build();
    }

    static Optional<JsonObject> network(Cost cost) {
        NetworkPlan network = cost.network();
        return cost.fleet().fabric().map(fabric -> new JsonObject.Builder()
                .put("fabric", fabric.id())
                .put("leaves", network.leaves())
                .put("spines", network.spines())
                .put("cores", network.cores())
                .put("serverLinks", network.serverLinks())
                .put("switchLinks", network.switchLinks())
                .build());
    }
}
