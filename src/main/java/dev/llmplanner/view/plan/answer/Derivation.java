package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Optional;

/** How the demand follows from what was typed, line by line. */
public final class Derivation {
    private final Scene scene;

    public Derivation(Scene scene) {
        this.scene = scene;
    }

    /** The result first, the steps behind it. */
    public Html of(JsonObject result) {
        JsonCursor demand = JsonCursor.of(result).at("demand");
        Html steps = el("ol", "derivation-steps");
        for (JsonCursor step : demand.items("steps")) {
            Arguments arguments = Arguments.of("value", figure(step.number("value")));
            JsonCursor inputs = step.at("inputs");
            for (String name : inputs.names()) {
                arguments = arguments.and(name, figure(inputs.number(name)));
            }
            steps.add(el("li").key(step.string("code")).text(scene.say("plan-step." + step.string("code") + variant(inputs), arguments)));
        }
        return el("details", "plan-derivation").key("derivation")
                .add(el("summary").text(scene.say(
                        demand.string("kind").equals("concurrency") ? "plan.demand-flight" : "plan.demand-rate",
                        Arguments.of("value", figure(demand.number("value"))))))
                .add(steps)
                .add(el("p", "help").text(scene.say("plan.lengths", Arguments
                        .of("input", scene.words().significant(demand.number("inputTokens"), 3))
                        .and("output", scene.words().significant(demand.number("outputTokens"), 3))
                        .and("cached", scene.figures().percent(demand.number("prefixCacheHitFraction"))))));
    }

    /** The same step follows from other figures where the demand is given otherwise. */
    private static String variant(JsonCursor inputs) {
        return inputs.find("thinkSeconds").isPresent() ? "-think"
                : inputs.find("sessionsPerSecond").isPresent() ? "-sessions"
                        : inputs.names().isEmpty() ? "-given" : "";
    }

    /** Demand by month, and the servers that the first plan then needs; empty without growth. */
    public Optional<Html> growth(JsonObject result) {
        List<JsonCursor> months = JsonCursor.of(result).at("demand").items("growth");
        double first = months.isEmpty() ? 0 : months.get(0).number("value");
        if (months.stream().allMatch(month -> month.number("value") == first)) {
            return Optional.empty();
        }
        Html body = el("tbody");
        for (JsonCursor month : months) {
            body.add(el("tr").key(Integer.toString(month.integer("month")))
                    .add(el("th").attr("scope", "row").text(scene.say("plan.month",
                            Arguments.of("month", month.integer("month")))))
                    .add(el("td", "number").text(figure(month.number("value"))))
                    .add(el("td", "number").text(month.findInteger("servers").isPresent()
                            ? scene.words().number(month.integer("servers"), 0) : scene.say("plan.none"))));
        }
        return Optional.of(el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                .aria("label", scene.say("plan.growth"))
                .add(el("table", "records").add(el("thead").add(el("tr")
                        .add(el("th").attr("scope", "col").text(scene.say("plan-column.month")))
                        .add(el("th", "number").attr("scope", "col").text(scene.say(
                                JsonCursor.of(result).at("demand").string("kind").equals("concurrency")
                                        ? "plan-column.in-flight" : "plan-column.rate")))
                        .add(el("th", "number").attr("scope", "col").text(scene.say("plan-column.servers")))))
                        .add(body)));
    }

    private String figure(double value) {
        return scene.words().significant(value, 3);
    }
}
