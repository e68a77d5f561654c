package dev.llmplanner.handover.report;

import dev.llmplanner.json.JsonCursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a comparison says of a plan, read once: the plan may come from a file that anybody wrote.
 *
 * @param rank      1 is best; absent where the ranked figure isn't known
 * @param tie       the same number for plans that can't be told apart
 * @param server    of the catalog, or the accelerator where the plan has no server
 * @param ranked    the figure that plans are ranked by
 * @param purchase  typical, in {@code currency}
 * @param million   output tokens, typical, in {@code currency}
 * @param currency  blank without a cost
 * @param peakWatts typical
 * @param margin    the least share of a latency limit that is left; absent where none was asked
 */
record ComparedPlan(
        OptionalInt rank,
        OptionalInt tie,
        int servers,
        String server,
        String model,
        String engine,
        String weights,
        int gpus,
        OptionalDouble ranked,
        OptionalDouble purchase,
        OptionalDouble million,
        String currency,
        OptionalDouble peakWatts,
        OptionalDouble margin) {

    private static final List<String> LATENCIES = List.of("ttft", "tpot");

    /** The plan that stands there; {@link dev.llmplanner.json.JsonShapeException} where it isn't one of the contract. */
    static ComparedPlan of(JsonCursor plan, String figure) {
        OptionalDouble margin = margin(plan);
        return new ComparedPlan(
                plan.findInteger("rank"), plan.findInteger("tie"),
                plan.integer("servers"), plan.findString("server").orElseGet(() -> plan.string("accelerator")),
                plan.string("model"), plan.string("engine"), plan.string("weights"),
                plan.integer("gpus"), ranked(plan, figure, margin),
                cost(plan, "purchase"), cost(plan, "perMillionOutputTokens"),
                plan.find("cost").map(cost -> cost.string("currency")).orElse(""),
                watts(plan, "peakWatts"), margin);
    }

    private static OptionalDouble ranked(JsonCursor plan, String figure, OptionalDouble margin) {
        return switch (figure) {
            case "cost-per-million-output-tokens" -> cost(plan, "perMillionOutputTokens");
            case "purchase" -> cost(plan, "purchase");
            case "power" -> watts(plan, "typicalWatts");
            case "gpus" -> OptionalDouble.of(plan.integer("gpus"));
            default -> margin.isPresent() ? OptionalDouble.of(1 - margin.getAsDouble()) : margin;
        };
    }

    private static OptionalDouble cost(JsonCursor plan, String total) {
        return typical(plan.find("cost").flatMap(cost -> cost.find(total)));
    }

    private static OptionalDouble watts(JsonCursor plan, String which) {
        return typical(plan.find("power").map(power -> power.at(which)));
    }

    private static OptionalDouble typical(Optional<JsonCursor> range) {
        return range.isPresent() ? OptionalDouble.of(range.get().number("typical")) : OptionalDouble.empty();
    }

    private static OptionalDouble margin(JsonCursor plan) {
        OptionalDouble least = OptionalDouble.empty();
        for (JsonCursor margin : plan.items("margins")) {
            double fraction = margin.number("fraction");
            if (LATENCIES.contains(margin.string("constraint")) && (least.isEmpty() || fraction < least.getAsDouble())) {
                least = OptionalDouble.of(fraction);
            }
        }
        return least;
    }
}
