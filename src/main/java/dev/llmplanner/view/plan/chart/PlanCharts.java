package dev.llmplanner.view.plan.chart;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.chart.Scatter;
import dev.llmplanner.view.chart.Tornado;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The charts of one result. */
public final class PlanCharts {
    private static final int DIGITS = 3;

    private final Scene scene;
    private final PlanWords words;
    private final JsonObject result;

    public PlanCharts(Scene scene, JsonObject result) {
        this.scene = scene;
        this.words = new PlanWords(scene);
        this.result = result;
    }

    /** What a GPU puts out against what a user gets: no point is beaten in both. */
    public Optional<Chart> throughput() {
        return chart("throughput", "outputTokensPerSecondPerGpu",
                plan -> OptionalDouble.of(JsonCursor.of(plan.json()).at("throughput")
                        .at("outputTokensPerSecondPerGpu").number("mid")));
    }

    /** What a million tokens cost against what a user gets. */
    public Optional<Chart> cost() {
        return chart("cost", "perMillionOutputTokens", plan -> {
            Optional<JsonCursor> cost = plan.cost("perMillionOutputTokens");
            return cost.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(cost.get().number("typical"));
        });
    }

    /** The inputs that move the ranked figure most. */
    public Optional<Chart> tornado() {
        JsonCursor explanation = JsonCursor.of(result).at("explanation");
        OptionalDouble base = explanation.findNumber("value");
        if (base.isEmpty() || explanation.items("tornado").isEmpty()) {
            return Optional.empty();
        }
        List<Tornado.Bar> bars = new ArrayList<>();
        double greatest = 0;
        for (JsonCursor input : explanation.items("tornado")) {
            for (String figure : List.of("lowFigure", "highFigure")) {
                greatest = Math.max(greatest, Math.abs(input.findNumber(figure).orElse(base.getAsDouble()) - base.getAsDouble()));
            }
            bars.add(new Tornado.Bar(input(input.string("input")), end(input, List.of("low", "lowFigure", "lowServers"), base.getAsDouble(), explanation),
                    end(input, List.of("high", "highFigure", "highServers"), base.getAsDouble(), explanation)));
        }
        if (!(greatest > 0)) {
            return Optional.empty();
        }
        String figure = scene.say("plan-ranked." + explanation.string("figure"));
        return Optional.of(new Tornado(new Heading("plan-tornado", scene.say("plan-chart.tornado"),
                scene.say("plan-chart.tornado-summary")),
                Axis.aroundZero(explanation.findString("currency").isEmpty() ? scene.say("plan-chart.change",
                                Arguments.of("figure", figure)) : scene.say("plan-chart.change-money", Arguments.of("figure", figure)
                                .and("currency", scene.say("plan-currency." + explanation.string("currency")))),
                        greatest, this::text),
                scene.say("plan-chart.input"), scene.say("plan-chart.lowered"), scene.say("plan-chart.raised"), bars));
    }

    private Optional<Tornado.End> end(JsonCursor input, List<String> names, double base, JsonCursor explanation) {
        OptionalDouble figure = input.findNumber(names.get(1));
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        double change = figure.getAsDouble() - base;
        return Optional.of(new Tornado.End(new Amount(change, text(change)), scene.say("plan-chart.tornado-says", Arguments
                .of("input", input(input.string("input")))
                .and("base", text(input.number("base"))).and("value", text(input.number(names.get(0))))
                .and("figure", words.figure(figure.getAsDouble(), explanation.string("figure"),
                        explanation.findString("currency").orElse("")))
                .and("servers", input.findInteger(names.get(2)).orElse(0)))));
    }

    private String input(String path) {
        String key = "plan-input." + path.substring(path.indexOf('.') + 1);
        return scene.words().knows(key) ? scene.say(key) : path;
    }

    private Optional<Chart> chart(String name, String figure, Function<Plan, OptionalDouble> ofPlan) {
        List<Point> frontier = new ArrayList<>();
        double[] x = {Double.MAX_VALUE, 0};
        double[] y = {Double.MAX_VALUE, 0};
        for (JsonCursor point : JsonCursor.of(result).at("frontier").items(name)) {
            if (point.findNumber(figure).isPresent() && point.number(figure) > 0) {
                double speed = point.number("tokensPerSecondPerUser");
                frontier.add(point("", speed, point.number(figure), x, y, scene.say("plan-chart-point." + name, Arguments
                        .of("model", words.model(point.string("model")))
                        .and("server", words.server(point.findString("server"), point.findString("accelerator").orElse("")))
                        .and("engine", scene.say("choice.engine." + point.string("engine")))
                        .and("servers", point.integer("servers"))
                        .and("speed", text(speed)).and("figure", text(point.number(figure))))));
            }
        }
        List<Point> plans = new ArrayList<>();
        for (Plan plan : Plan.ranked(result)) {
            OptionalDouble value = ofPlan.apply(plan);
            if (value.isPresent() && value.getAsDouble() > 0) {
                String title = words.server(plan.server(), plan.accelerator());
                plans.add(point(plans.size() < 6 ? title : "", plan.tokensPerSecondPerUser(), value.getAsDouble(), x, y,
                        scene.say("plan-chart-plan." + name, Arguments.of("plan", words.servers(plan))
                                .and("model", words.model(plan.model()))
                                .and("speed", text(plan.tokensPerSecondPerUser())).and("figure", text(value.getAsDouble())))));
            }
        }
        if (frontier.size() + plans.size() < 2) {
            return Optional.empty();
        }
        String currency = JsonCursor.of(result).at("request").find("plant").flatMap(plant -> plant.findString("currency"))
                .orElse("USD");
        return Optional.of(new Scatter(
                new Heading("plan-" + name, scene.say("plan-chart." + name), scene.say("plan-chart-summary." + name)),
                Axis.logarithmic(scene.say("plan-chart.each"), 10, x[0], x[1], this::text),
                Axis.logarithmic(scene.say("plan-chart-axis." + name,
                        Arguments.of("currency", scene.say("plan-currency." + currency))), 10, y[0], y[1], this::text),
                scene.say("plan-column.plan"),
                List.of(new Scatter.Group(scene.say("plan-chart.frontier"), Ink.WEIGHTS, true, frontier),
                        new Scatter.Group(scene.say("plan-chart.plans"), Ink.KV_CACHE, false, plans)),
                OptionalDouble.empty()));
    }

    private Point point(String name, double x, double y, double[] xs, double[] ys, String says) {
        xs[0] = Math.min(xs[0], x);
        xs[1] = Math.max(xs[1], x);
        ys[0] = Math.min(ys[0], y);
        ys[1] = Math.max(ys[1], y);
        return new Point(name, new Amount(x, text(x)), new Amount(y, text(y)), says);
    }

    private String text(double value) {
        return scene.words().significant(value, DIGITS);
    }
}
