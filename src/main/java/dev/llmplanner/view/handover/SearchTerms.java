package dev.llmplanner.view.handover;

import dev.llmplanner.contract.PriceList;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a search reckoned with beside the fields of this page: a plan of it is handed over at the same cost.
 *
 * @param plant        of the search; its years, currency and rate stand in fields
 * @param prices       the reader's own
 * @param software     ids of subscriptions
 * @param storageBytes for weights and logs
 */
record SearchTerms(Plant plant, List<Price> prices, List<String> software, OptionalDouble storageBytes) {

    /** Those of an order that comes from no search. */
    static final SearchTerms NONE = new SearchTerms(Plant.DEFAULT, List.of(), List.of(), OptionalDouble.empty());

    /** Those of that result or file; empty where they can't be. */
    static Optional<SearchTerms> of(JsonObject search) {
        try {
            JsonCursor request = JsonCursor.of(search).at("request");
            Optional<JsonCursor> plant = request.find("plant");
            return Optional.of(new SearchTerms(plant(plant), PriceList.items(request),
                    plant.map(known -> known.items("software").stream().map(JsonCursor::string).toList()).orElse(List.of()),
                    number(plant, "storageBytes")));
        } catch (JsonShapeException | RequestException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Plant plant(Optional<JsonCursor> member) {
        Plant usual = Plant.DEFAULT;
        return new Plant(
                usual.currency(),
                usual.exchange(),
                usual.years(),
                number(member, "residualShare").orElse(usual.residualShare()),
                number(member, "rackWatts").orElse(usual.rackWatts()),
                member.flatMap(plant -> plant.findInteger("rackUnits").isPresent()
                        ? Optional.of(plant.integer("rackUnits")) : Optional.empty()).orElse(usual.rackUnits()),
                number(member, "administrators"),
                number(member, "busyFraction").orElse(usual.busyFraction()),
                member.map(plant -> plant.flag("colocated")).orElse(usual.colocated()));
    }

    private static OptionalDouble number(Optional<JsonCursor> member, String name) {
        return member.map(plant -> plant.findNumber(name)).orElse(OptionalDouble.empty());
    }
}
