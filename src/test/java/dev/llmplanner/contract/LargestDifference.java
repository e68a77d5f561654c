package dev.llmplanner.contract;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;

/** The largest relative difference between numbers at the same place of two JSON values of one shape. */
public final class LargestDifference {

    private LargestDifference() {}

    public static double between(Json left, Json right) {
        double largest = 0;
        if (left instanceof JsonObject a && right instanceof JsonObject b) {
            for (String name : a.members().keySet()) {
                largest = Math.max(largest, b.get(name).map(value -> between(a.get(name).orElseThrow(), value)).orElse(0.0));
            }
        } else if (left instanceof JsonArray a && right instanceof JsonArray b) {
            for (int i = 0; i < Math.min(a.items().size(), b.items().size()); i++) {
                largest = Math.max(largest, between(a.items().get(i), b.items().get(i)));
            }
        } else if (left instanceof JsonNumber a && right instanceof JsonNumber b && a.value() != b.value()) {
            largest = Math.abs(a.value() - b.value()) / Math.max(Math.abs(a.value()), Math.abs(b.value()));
        }
        return largest;
    }
}
