package dev.llmplanner.view.plan.cost;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices that a result's plans use, or wait for. */
public final class UsedPrices {

    private UsedPrices() {
    }

    /** A part and what the result has for it. */
    record Known(String part, String id, String unit, Optional<JsonCursor> line) {}

    /** By part and record, with a colon between, as facts name them. */
    static Map<String, Known> of(JsonObject result) {
        Map<String, Known> all = new LinkedHashMap<>();
        for (JsonCursor plan : plans(result)) {
            for (JsonCursor cost : plan.find("cost").stream().toList()) {
                for (String list : List.of("lines", "yearlyLines")) {
                    for (JsonCursor line : cost.items(list)) {
                        String part = line.string("part");
                        all.putIfAbsent(part + ":" + line.string("id"), new Known(part, line.string("id"),
                                line.findString("unit").orElse(usual(part)), Optional.of(line)));
                    }
                }
            }
            String rented = plan.string("accelerator");
            all.putIfAbsent("rent:" + rented, new Known("rent", rented, usual("rent"), Optional.empty()));
        }
        for (JsonCursor fact : JsonCursor.of(result).items("missingFacts")) {
            fact.findString("part").ifPresent(part -> fact.items("subjects").forEach(each -> {
                String key = each.string("subject");
                all.putIfAbsent(key, new Known(part, key.substring(part.length() + 1), usual(part), Optional.empty()));
            }));
        }
        return all;
    }

    /** Those that are ranked; without any, those that wait for a fact. */
    private static List<JsonCursor> plans(JsonObject result) {
        List<JsonCursor> plans = new ArrayList<>(JsonCursor.of(result).items("plans"));
        if (plans.isEmpty()) {
            JsonCursor.of(result).items("undecided").forEach(each -> each.find("plan").ifPresent(plans::add));
        }
        return plans;
    }

    /** Whether any plan of the result has a bill. */
    public static boolean isUsed(JsonObject result) {
        return !of(result).isEmpty();
    }

    /** The id of the field for that price; empty where the table has none. */
    public static Optional<String> field(String key, JsonObject result) {
        return of(result).containsKey(key) ? Optional.of(id("typical", key)) : Optional.empty();
    }

    static String id(String amount, String key) {
        return "price-" + amount + "-" + key;
    }

    /** The unit that a price of a part without one is asked in. */
    private static String usual(String part) {
        return switch (part) {
            case "storage" -> "terabyte";
            case "spares" -> "share";
            case "support" -> "share-year";
            case "software" -> "piece-year";
            case "energy" -> "kilowatt-hour";
            case "colocation" -> "kilowatt-month";
            case "staff" -> "person-year";
            case "rent", "rent-reserved" -> "piece-hour";
            case "pue" -> "factor";
            default -> "piece";
        };
    }
}
