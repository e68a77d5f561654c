package dev.llmplanner.view.guide;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.plan.answer.PlanWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure of the best plan of a search that guides may quote. */
enum SearchFigure {
    SERVERS("servers", Measure.COUNT, plan -> OptionalDouble.of(plan.integer("servers"))),
    GPUS("gpus", Measure.COUNT, plan -> OptionalDouble.of(plan.integer("gpus"))),
    REPLICAS("replicas", Measure.COUNT, plan -> OptionalDouble.of(plan.integer("replicas"))),
    TTFT("ttft", Measure.SECONDS, plan -> number(plan.at("latency").at("ttftSeconds"), "mid")),
    TTFT_P95("ttft-p95", Measure.SECONDS, plan -> number(plan.at("latency").at("ttftSeconds"), "p95")),
    TPOT("tpot", Measure.SECONDS, plan -> number(plan.at("latency").at("tpotSeconds"), "mid")),
    OUTPUT("output", Measure.RATE, plan -> number(plan.at("throughput").at("outputTokensPerSecond"), "mid")),
    IN_FLIGHT("running", Measure.NUMBER, plan -> number(plan.at("concurrency"), "load")),
    HEADROOM("headroom", Measure.PERCENT, plan -> number(plan.at("headroom"), "fraction")),
    PURCHASE("purchase", Measure.USD, plan -> cost(plan, "purchase")),
    YEARLY("yearly", Measure.USD, plan -> cost(plan, "yearly")),
    TCO("tco", Measure.USD, plan -> cost(plan, "tco")),
    MILLION("million", Measure.USD, plan -> cost(plan, "perMillionOutputTokens")),
    PEAK("power-peak", Measure.WATTS, plan -> plan.find("power").map(power -> number(power.at("peakWatts"), "typical"))
            .orElse(OptionalDouble.empty())),
    RACKS("racks", Measure.COUNT, plan -> plan.at("space").findInteger("racks").isPresent()
            ? OptionalDouble.of(plan.at("space").findInteger("racks").getAsInt()) : OptionalDouble.empty());

    /** Words of the best plan. */
    private static final List<String> WORDS = List.of("model", "server", "engine", "precision");

    /** Of the search itself: what the demand comes to, in its own unit, and plans that were found. */
    private static final String DEMAND = "demand";
    private static final String PLANS = "plans";

    private final String code;
    private final Measure measure;
    private final Function<JsonCursor, OptionalDouble> figure;

    SearchFigure(String code, Measure measure, Function<JsonCursor, OptionalDouble> figure) {
        this.code = code;
        this.measure = measure;
        this.figure = figure;
    }

    private static OptionalDouble number(JsonCursor from, String name) {
        return from.findNumber(name);
    }

    private static OptionalDouble cost(JsonCursor plan, String total) {
        return plan.find("cost").flatMap(cost -> cost.find(total)).map(money -> number(money, "typical"))
                .orElse(OptionalDouble.empty());
    }

    /**
     * What that name stands for.
     *
     * @param result absent while it is computed
     * @throws IllegalArgumentException where nothing has that name
     */
    static Value value(String name, Optional<JsonObject> result, Scene scene) {
        Optional<SearchFigure> named = Optional.empty();
        for (SearchFigure figure : values()) {
            named = figure.code.equals(name) ? Optional.of(figure) : named;
        }
        boolean known = named.isPresent() || WORDS.contains(name) || name.equals(DEMAND) || name.equals(PLANS);
        if (!known) {
            throw new IllegalArgumentException("a search has no figure " + name);
        }
        Measure measure = named.isPresent() ? named.get().measure : WORDS.contains(name) ? Measure.WORD
                : name.equals(PLANS) ? Measure.COUNT : Measure.NUMBER;
        Value absent = Value.of(measure, OptionalDouble.empty());
        if (result.isEmpty()) {
            return absent.none(scene.say("guide.computing"));
        }
        if (result.get().get(PLANS).isEmpty()) {
            return absent;
        }
        JsonCursor root = JsonCursor.of(result.get());
        List<JsonCursor> plans = root.items(PLANS);
        if (name.equals(DEMAND)) {
            return Value.of(measure, number(root.at("demand"), "value"));
        }
        if (name.equals(PLANS)) {
            return Value.of(measure, OptionalDouble.of(plans.size()));
        }
        if (plans.isEmpty()) {
            return absent.none(scene.say("figure.absent"));
        }
        return named.isPresent() ? Value.of(measure, named.get().figure.apply(plans.get(0)))
                : Value.of(word(name, plans.get(0), scene));
    }

    private static String word(String name, JsonCursor plan, Scene scene) {
        PlanWords words = new PlanWords(scene);
        return switch (name) {
            case "model" -> words.model(plan.string("model"));
            case "server" -> words.server(plan.findString("server"), plan.string("accelerator"));
            case "engine" -> scene.say("choice.engine." + plan.string("engine"));
            default -> scene.say("choice.weights." + plan.string("weights"));
        };
    }
}
