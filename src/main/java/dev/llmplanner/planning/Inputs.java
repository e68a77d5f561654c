package dev.llmplanner.planning;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Inputs of a request that are moved up and down, and requests with another value. */
final class Inputs {

    /** Down and up, as a share of the value. */
    static final double MOVED = 0.1;

    private Inputs() {}

    /**
     * One number of a request.
     *
     * @param parent member that holds it
     * @param whole  only whole numbers may stand there
     * @param most   greatest value
     */
    record Input(String parent, String name, double base, boolean whole, double most) {

        String path() {
            return parent + "." + name;
        }

        double low() {
            return whole ? Math.floor(base * (1 - MOVED)) : base * (1 - MOVED);
        }

        double high() {
            return Math.min(most, whole ? Math.ceil(base * (1 + MOVED)) : base * (1 + MOVED));
        }
    }

    /** Those numbers of the request that can be moved, in a fixed order. */
    static List<Input> of(SearchRequest request, JsonObject asked) {
        List<Input> inputs = new ArrayList<>();
        for (String name : List.of("users", "activeFraction", "requestsPerUserHour", "thinkSeconds", "peakFactor",
                "concurrency", "requestsPerSecond", "sessionsPerHour", "turnsPerSession", "firstInputTokens",
                "addedInputTokens", "reusedFraction")) {
            boolean share = name.equals("activeFraction");
            add("demand", name, number(asked, "demand", name), false,
                    share ? 1 : name.equals("reusedFraction") ? 0.99 : Double.POSITIVE_INFINITY, inputs);
        }
        boolean derived = number(asked, "demand", "sessionsPerHour").isPresent();
        if (!derived || number(asked, "workload", "inputTokens").isPresent()) {
            add("workload", "inputTokens", number(request.workload(), "inputTokens"), true,
                    Double.POSITIVE_INFINITY, inputs);
        }
        add("workload", "outputTokens", number(request.workload(), "outputTokens"), true, Double.POSITIVE_INFINITY, inputs);
        add("workload", "prefixCacheHitFraction", number(asked, "workload", "prefixCacheHitFraction"), false, 0.99, inputs);
        add("slo", "ttftSeconds", number(asked, "slo", "ttftSeconds"), false, Double.POSITIVE_INFINITY, inputs);
        add("slo", "tpotSeconds", number(asked, "slo", "tpotSeconds"), false, Double.POSITIVE_INFINITY, inputs);
        if (request.rankBy() == RankBy.COST_PER_MILLION_OUTPUT_TOKENS) {
            add("plant", "years", OptionalDouble.of(request.plant().years()), false, 10, inputs);
            add("plant", "busyFraction", OptionalDouble.of(request.plant().busyFraction()), false, 1, inputs);
            add("plant", "administrators", request.plant().administrators(), false, 10_000, inputs);
        }
        return inputs;
    }

    private static void add(
            String parent, String name, OptionalDouble value, boolean whole, double most, List<Input> inputs) {
        if (value.isPresent() && value.getAsDouble() > 0) {
            inputs.add(new Input(parent, name, value.getAsDouble(), whole, most));
        }
    }

    static OptionalDouble number(JsonObject root, String parent, String name) {
        return root.get(parent).orElse(null) instanceof JsonObject object
                ? number(object, name) : OptionalDouble.empty();
    }

    private static OptionalDouble number(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonNumber number
                ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    /** The request with another value there. */
    static JsonObject with(JsonObject asked, String parent, String name, Json value) {
        Map<String, Json> all = new LinkedHashMap<>(asked.members());
        Map<String, Json> inner = new LinkedHashMap<>();
        if (asked.get(parent).orElse(null) instanceof JsonObject object) {
            inner.putAll(object.members());
        }
        inner.put(name, value);
        all.put(parent, new JsonObject(inner));
        return new JsonObject(all);
    }

    static JsonObject patch(String parent, String name, Json value) {
        return new JsonObject.Builder().put(parent, new JsonObject.Builder().put(name, value).build()).build();
    }
}
