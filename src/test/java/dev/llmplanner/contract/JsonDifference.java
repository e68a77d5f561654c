package dev.llmplanner.contract;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The first place at which two JSON values differ: numbers by more than a relative tolerance, all else at all. */
public final class JsonDifference {

    private final double tolerance;

    public JsonDifference(double tolerance) {
        this.tolerance = tolerance;
    }

    public Optional<String> between(Json left, Json right) {
        return between("", left, right);
    }

    private Optional<String> between(String path, Json left, Json right) {
        if (left instanceof JsonObject a && right instanceof JsonObject b) {
            return members(path, a, b);
        }
        if (left instanceof JsonArray a && right instanceof JsonArray b) {
            return items(path, a, b);
        }
        if (left instanceof JsonNumber a && right instanceof JsonNumber b) {
            double scale = Math.max(Math.abs(a.value()), Math.abs(b.value()));
            return Math.abs(a.value() - b.value()) <= tolerance * scale ? Optional.empty() : differs(path, left, right);
        }
        return left.equals(right) ? Optional.empty() : differs(path, left, right);
    }

    private Optional<String> members(String path, JsonObject left, JsonObject right) {
        Set<String> names = new TreeSet<>(left.members().keySet());
        names.addAll(right.members().keySet());
        for (String name : names) {
            String place = path.isEmpty() ? name : path + "." + name;
            Optional<Json> a = left.get(name);
            Optional<Json> b = right.get(name);
            if (a.isEmpty() || b.isEmpty()) {
                return Optional.of(place + " is only on the " + (a.isPresent() ? "left" : "right"));
            }
            Optional<String> difference = between(place, a.get(), b.get());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> items(String path, JsonArray left, JsonArray right) {
        if (left.items().size() != right.items().size()) {
            return Optional.of(path + " has " + left.items().size() + " and " + right.items().size() + " items");
        }
        for (int i = 0; i < left.items().size(); i++) {
            Optional<String> difference = between(path + "[" + i + "]", left.items().get(i), right.items().get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differs(String path, Json left, Json right) {
        return Optional.of(path + " is " + left + " and " + right);
    }
}
