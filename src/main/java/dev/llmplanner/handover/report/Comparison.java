package dev.llmplanner.handover.report;

import dev.llmplanner.handover.Order;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The search that the plan comes from: its plans beside the one that is handed over, and why each wasn't taken.
 *
 * @param result of a search, by the contract; or its plans with the request alone, as a plan's file has them
 * @param chosen the plan of it that the order is
 */
public record Comparison(JsonObject result, JsonCursor chosen) {

    private static final int MOST_PLANS = 10;
    private static final int MOST_OTHERS = 8;
    private static final String USUAL = "cost-per-million-output-tokens";
    private static final List<String> LATENCIES = List.of("ttft", "tpot");
    private static final List<String> DEGREES =
            List.of("tensorParallel", "pipelineParallel", "expertParallel", "attentionDataParallel");

    /** The comparison in that result; empty where none of its plans is this order. */
    public static Optional<Comparison> of(JsonObject result, Order order) {
        for (JsonCursor plan : JsonCursor.of(result).items("plans")) {
            if (is(plan, order)) {
                return Optional.of(new Comparison(result, plan));
            }
        }
        return Optional.empty();
    }

    private static boolean is(JsonCursor plan, Order order) {
        Optional<String> server = order.hardware().server().map(known -> known.id());
        boolean same = plan.string("model").equals(order.model().id()) && plan.findString("server").equals(server)
                && plan.string("accelerator").equals(order.hardware().accelerator().id())
                && plan.string("engine").equals(order.engine().code())
                && plan.string("weights").equals(order.weightsCode()) && plan.integer("replicas") == order.replicas();
        JsonCursor asked = plan.at("request");
        JsonCursor answered = JsonCursor.of(order.answer().request());
        return same && order.pools().map(pools -> sameLayout(asked, answered, "prefill") && sameLayout(asked, answered, "decode"))
                .orElseGet(() -> sameLayout(asked, answered, ""));
    }

    private static boolean sameLayout(JsonCursor asked, JsonCursor answered, String pool) {
        Optional<JsonCursor> first = pool.isEmpty() ? Optional.of(asked) : asked.find(pool);
        Optional<JsonCursor> second = pool.isEmpty() ? Optional.of(answered) : answered.find(pool);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        Optional<JsonCursor> one = first.get().find("layout");
        Optional<JsonCursor> other = second.get().find("layout");
        boolean both = one.isPresent() && other.isPresent();
        for (int i = 0; both && i < DEGREES.size(); i++) {
            both = degree(one.get(), i) == degree(other.get(), i);
        }
        return both;
    }

    private static int degree(JsonCursor layout, int place) {
        return layout.findInteger(DEGREES.get(place)).orElse(1);
    }

    private String figure() {
        JsonCursor root = JsonCursor.of(result);
        return root.find("explanation").flatMap(explanation -> explanation.findString("figure"))
                .or(() -> root.at("request").findString("rankBy")).orElse(USUAL);
    }

    /** What plans are ranked by, of one. */
    private static OptionalDouble figure(JsonCursor plan, String figure) {
        return switch (figure) {
            case "cost-per-million-output-tokens" -> cost(plan, "perMillionOutputTokens");
            case "purchase" -> cost(plan, "purchase");
            case "power" -> watts(plan, "typicalWatts");
            case "gpus" -> OptionalDouble.of(plan.integer("gpus"));
            default -> {
                OptionalDouble margin = margin(plan);
                yield margin.isPresent() ? OptionalDouble.of(1 - margin.getAsDouble()) : margin;
            }
        };
    }

    private static OptionalDouble cost(JsonCursor plan, String total) {
        return plan.find("cost").flatMap(cost -> cost.find(total)).map(money -> OptionalDouble.of(money.number("typical")))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble watts(JsonCursor plan, String which) {
        return plan.find("power").map(power -> OptionalDouble.of(power.at(which).number("typical")))
                .orElse(OptionalDouble.empty());
    }

    /** The least share of a latency limit that is left; empty where none was asked. */
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

    void write(ReportText text) {
        List<JsonCursor> plans = JsonCursor.of(result).items("plans");
        text.paragraph(text.say("compared", Map.of("count", (double) plans.size(),
                "figure", text.words.say("plan-ranked." + figure()))));
        for (JsonCursor plan : plans.subList(0, Math.min(MOST_PLANS, plans.size()))) {
            text.row(name(plan, text), why(plan, text), text.count(plan.integer("gpus")),
                    money(plan, "purchase", text), money(plan, "perMillionOutputTokens", text),
                    known(watts(plan, "peakWatts"), "watts", text),
                    margin(plan).isPresent() ? text.words.percent(margin(plan).getAsDouble()) : "");
        }
        text.table(5, "compared-option", "why-not", "gpus", "purchase", "million", "peak-power", "latency-margin");
        others(text);
    }

    private static String name(JsonCursor plan, ReportText text) {
        return text.say("compared-plan", Map.of("rank", plan.findInteger("rank").isPresent()
                        ? text.words.number(plan.integer("rank"), 0) + "." : "–",
                "servers", (double) plan.integer("servers"), "server", server(plan, text),
                "model", text.words.record(plan.string("model")),
                "engine", text.words.say("choice.engine." + plan.string("engine")),
                "weights", text.words.say("choice.weights." + plan.string("weights"))));
    }

    private static String server(JsonCursor region, ReportText text) {
        return text.words.record(region.findString("server").orElseGet(() -> region.string("accelerator")));
    }

    private String why(JsonCursor plan, ReportText text) {
        if (plan.object().equals(chosen.object())) {
            return text.say("why-chosen");
        }
        OptionalDouble own = figure(plan, figure());
        OptionalDouble best = figure(chosen, figure());
        if (own.isEmpty() || best.isEmpty()) {
            return text.say("why-unranked");
        }
        boolean tie = plan.findInteger("tie").isPresent() && plan.findInteger("tie").equals(chosen.findInteger("tie"));
        boolean worse = own.getAsDouble() > best.getAsDouble();
        double share = best.getAsDouble() > 0 ? Math.abs(own.getAsDouble() / best.getAsDouble() - 1) : 0;
        String more = text.say(worse ? "why-more" : "why-less", Map.of("share", text.words.percent(share),
                "figure", text.words.say("plan-ranked." + figure())));
        return tie ? text.say("why-tie", Map.of("difference", more)) : more;
    }

    private static String money(JsonCursor plan, String total, ReportText text) {
        return known(cost(plan, total), plan.find("cost").map(cost -> cost.string("currency")).orElse(""), text);
    }

    private static String known(OptionalDouble value, String unit, ReportText text) {
        return value.isPresent() ? text.words.amount(value.getAsDouble(), unit) : text.say("not-published");
    }

    /** What no plan came of: what decides for want of a fact, and what a limit rejected. */
    private void others(ReportText text) {
        List<String> others = new ArrayList<>();
        for (JsonCursor open : items("undecided")) {
            others.add(text.say("undecided", Map.of("server", server(open, text),
                    "model", text.words.record(open.string("model")))));
        }
        for (JsonCursor region : items("rejected")) {
            Map<String, Object> names = Map.of("server", server(region, text),
                    "model", text.words.record(region.string("model")),
                    "limit", text.words.say("plan-limit." + region.string("constraint")));
            others.add(region.findNumber("closest").isEmpty() ? text.say("rejected", names)
                    : text.say("rejected-by", Map.of("server", names.get("server"), "model", names.get("model"),
                            "limit", names.get("limit"),
                            "closest", text.words.amount(region.number("closest"), region.string("unit")),
                            "asked", text.words.amount(region.number("limit"), region.string("unit")))));
        }
        int left = others.size() - MOST_OTHERS;
        if (!others.isEmpty()) {
            text.paragraph(text.say("without-plan", Map.of("count", (double) others.size())));
            text.bullets(others.subList(0, Math.min(MOST_OTHERS, others.size())));
        }
        if (left > 0) {
            text.paragraph(text.say("without-plan-more", Map.of("count", (double) left)));
        }
    }

    private List<JsonCursor> items(String name) {
        return result.get(name).isEmpty() ? List.of() : JsonCursor.of(result).items(name);
    }

    /** For programs: the plans as the search wrote them. */
    Json plans() {
        return result.get("plans").orElseThrow();
    }
}
