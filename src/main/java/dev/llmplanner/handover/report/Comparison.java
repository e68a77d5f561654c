package dev.llmplanner.handover.report;

import dev.llmplanner.handover.Order;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
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
    private static final List<String> FIGURES = List.of(USUAL, "purchase", "power", "gpus", "latency-margin");
    private static final List<String> POOLS = List.of("prefill", "decode");
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
        return same && order.pools().map(pools -> POOLS.stream().allMatch(pool -> sameLayout(asked, answered, pool)))
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

    /** Whether every plan of a file can be compared, whoever wrote it. */
    public static boolean isReadable(JsonObject result) {
        try {
            for (JsonCursor plan : JsonCursor.of(result).items("plans")) {
                ComparedPlan.of(plan, figure(result));
                plan.integer("replicas");
                JsonCursor asked = plan.at("request");
                sameLayout(asked, asked, "");
                POOLS.forEach(pool -> sameLayout(asked, asked, pool));
            }
            return FIGURES.contains(figure(result));
        } catch (JsonShapeException broken) {
            return false;
        }
    }

    private static String figure(JsonObject result) {
        JsonCursor root = JsonCursor.of(result);
        return root.find("explanation").flatMap(explanation -> explanation.findString("figure"))
                .or(() -> root.at("request").findString("rankBy")).orElse(USUAL);
    }

    void write(ReportText text) {
        List<JsonCursor> plans = JsonCursor.of(result).items("plans");
        String figure = text.words.say("plan-ranked." + figure(result));
        text.paragraph(text.say("compared", Map.of("count", (double) plans.size(), "figure", figure)));
        ComparedPlan best = ComparedPlan.of(chosen, figure(result));
        for (JsonCursor each : plans.subList(0, Math.min(MOST_PLANS, plans.size()))) {
            ComparedPlan plan = ComparedPlan.of(each, figure(result));
            text.row(name(plan, text),
                    each.object().equals(chosen.object()) ? text.say("why-chosen") : why(plan, best, figure, text),
                    text.count(plan.gpus()),
                    known(plan.purchase(), plan.currency(), text), known(plan.million(), plan.currency(), text),
                    known(plan.peakWatts(), "watts", text),
                    plan.margin().isPresent() ? text.words.percent(plan.margin().getAsDouble()) : "");
        }
        text.table(5, "compared-option", "why-not", "gpus", "purchase", "million", "peak-power", "latency-margin");
        others(text);
    }

    private static String name(ComparedPlan plan, ReportText text) {
        return text.say("compared-plan", Map.of(
                "rank", plan.rank().isPresent() ? text.words.number(plan.rank().getAsInt(), 0) + "." : "–",
                "servers", (double) plan.servers(), "server", text.words.record(plan.server()),
                "model", text.words.record(plan.model()),
                "engine", text.words.say("choice.engine." + plan.engine()),
                "weights", text.words.say("choice.weights." + plan.weights())));
    }

    private static String server(JsonCursor region, ReportText text) {
        return text.words.record(region.findString("server").orElseGet(() -> region.string("accelerator")));
    }

    private static String why(ComparedPlan plan, ComparedPlan chosen, String figure, ReportText text) {
        if (plan.ranked().isEmpty() || chosen.ranked().isEmpty()) {
            return text.say("why-unranked");
        }
        double own = plan.ranked().getAsDouble();
        double best = chosen.ranked().getAsDouble();
        boolean tie = plan.tie().isPresent() && plan.tie().equals(chosen.tie());
        double share = best > 0 ? Math.abs(own / best - 1) : 0;
        String more = text.say(own > best ? "why-more" : "why-less",
                Map.of("share", text.words.percent(share), "figure", figure));
        return tie ? text.say("why-tie", Map.of("difference", more)) : more;
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
