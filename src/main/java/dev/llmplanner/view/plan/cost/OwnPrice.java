package dev.llmplanner.view.plan.cost;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.text.Words;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A price of the reader's own as typed.
 *
 * @param part     class of the price book
 * @param id       catalog id, or {@code *}
 * @param unit     what one amount buys, as the contract names it
 * @param currency blank where the unit is no money
 * @param low      blank for the typical one
 * @param typical  blank for none: the catalog's counts
 * @param high     blank for the typical one
 */
public record OwnPrice(String part, String id, String unit, String currency, String low, String typical, String high) {

    String key() {
        return part + ":" + id;
    }

    boolean isMoney() {
        return !unit.equals("share") && !unit.equals("share-year") && !unit.equals("factor");
    }

    /** Whether nothing is typed. */
    boolean isBlank() {
        return low.trim().isEmpty() && typical.trim().isEmpty() && high.trim().isEmpty();
    }

    /** The amounts from low to high; empty where they aren't numbers in rising order. */
    Optional<double[]> amounts(Words words) {
        OptionalDouble middle = words.parse(typical.trim());
        if (middle.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble least = low.trim().isEmpty() ? middle : words.parse(low.trim());
        OptionalDouble most = high.trim().isEmpty() ? middle : words.parse(high.trim());
        boolean rising = least.isPresent() && most.isPresent() && least.getAsDouble() >= 0
                && least.getAsDouble() <= middle.getAsDouble() && middle.getAsDouble() <= most.getAsDouble();
        return rising ? Optional.of(new double[] {least.getAsDouble(), middle.getAsDouble(), most.getAsDouble()})
                : Optional.empty();
    }

    /** By the contract; empty where it can't be used. */
    Optional<JsonObject> json(Words words) {
        return amounts(words).map(amounts -> {
            JsonObject.Builder price = new JsonObject.Builder().put("part", part).put("id", id).put("unit", unit)
                    .put("low", amounts[0]).put("typical", amounts[1]).put("high", amounts[2]);
            if (isMoney()) {
                price.put("currency", currency);
            }
            return price.build();
        });
    }
}
