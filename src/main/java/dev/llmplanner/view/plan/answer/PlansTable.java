package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ranked plans. Those that can't be told apart have one rank together. */
public final class PlansTable {
    private static final List<String> NUMBERS =
            List.of("gpus", "ttft", "each", "purchase", "million", "power");

    private final Scene scene;
    private final PlanWords words;
    private final String percentile;
    private final List<Plan> plans;

    public PlansTable(Scene scene, JsonObject result) {
        this.scene = scene;
        this.words = new PlanWords(scene);
        this.percentile = Headline.percentile(result);
        this.plans = Plan.ranked(result);
    }

    /**
     * The table.
     *
     * @param most   rows
     * @param chosen the plan that is shown in full
     * @param choose the event of a plan's button
     * @param pinned whether a plan is compared
     * @param pin    the event of its box
     * @param full   whether no other can be compared
     */
    public Html of(int most, String chosen, Function<String, Event> choose, Function<Plan, Boolean> pinned,
            Function<Plan, Event> pin, boolean full) {
        Html head = el("tr");
        for (String column : List.of("rank", "plan", "layout", "gpus", "ttft", "each", "purchase", "million",
                "power", "limit")) {
            head.add(el("th").key(column).attr("scope", "col").cls("number", NUMBERS.contains(column))
                    .text(scene.say("plan-column." + column)));
        }
        head.add(el("th").key("pin").attr("scope", "col").text(scene.say("plan-column.pin")));
        Html body = el("tbody");
        for (Plan plan : plans.subList(0, Math.min(most, plans.size()))) {
            body.add(row(plan, plan.key().equals(chosen), choose, pinned.apply(plan), pin, full));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.table"))
                .add(el("table", "records plans").add(el("thead").add(head)).add(body));
    }

    private Html row(Plan plan, boolean chosen, Function<String, Event> choose, boolean pinned, Function<Plan, Event> pin,
            boolean full) {
        return el("tr").key(plan.key()).cls("is-chosen", chosen)
                .add(el("td", "number").text(rank(plan)))
                .add(el("th").attr("scope", "row")
                        .add(el("button", "link-button").attr("type", "button").aria("pressed", chosen)
                                .text(words.servers(plan)).on("click", e -> choose.apply(plan.key())))
                        .add(el("span", "detail").text(words.model(plan.model())))
                        .add(calculate(plan)))
                .add(el("td").text(words.weights(plan.weights()))
                        .add(el("span", "detail").text(scene.say("plan.replicas", Arguments.of("count", plan.replicas())
                                .and("layout", words.layout(plan)).and("engine", words.engine(plan.engine()))))))
                .add(number(scene.words().number(plan.gpus(), 0), ""))
                .add(number(scene.figures().seconds(plan.ttft().number(percentile)), ""))
                .add(number(scene.words().significant(1 / plan.tpot().number(percentile), 3), ""))
                .add(money(plan.cost("purchase")))
                .add(money(plan.cost("perMillionOutputTokens")))
                .add(number(plan.peakWatts().isPresent() ? words.kilowatts(plan.peakWatts().getAsDouble())
                        : scene.say("not-published"), plan.racks().isPresent()
                                ? words.amount(plan.racks().getAsInt(), "racks") : scene.say("plan.racks-unknown")))
                .add(el("td").text(plan.binding().map(words::limit).orElse("")))
                .add(el("td", "act").add(el("label", "pin").add(el("input").attr("type", "checkbox").flag("checked", pinned)
                                .flag("disabled", full && !pinned)
                                .on("change", e -> pin.apply(plan)))
                        .add(el("span", "unseen").text(scene.say("plan.pin", Arguments.of("plan", words.servers(plan)))))));
    }

    /** The way to one replica in the Calculator; separate pools have none. */
    private List<Html> calculate(Plan plan) {
        return new PlanLinks(scene.state(), scene.resources()).calculator(plan).map(hash -> List.of(el("a", "detail").attr("href", "#" + hash)
                .text(scene.say("action.calculate"))
                .add(el("span", "unseen").text(" " + words.servers(plan))))).orElse(List.of());
    }

    /** 3, or 2–5 for plans that can't be told apart. */
    private String rank(Plan plan) {
        if (plan.rank().isEmpty()) {
            return scene.say("plan.unranked");
        }
        int first = plan.rank().getAsInt();
        int last = first;
        for (Plan other : plans) {
            if (plan.tie().isPresent() && other.tie().equals(plan.tie()) && other.rank().isPresent()) {
                first = Math.min(first, other.rank().getAsInt());
                last = Math.max(last, other.rank().getAsInt());
            }
        }
        return first == last ? scene.words().number(first, 0)
                : scene.say("plan.ranks", Arguments.of("first", first).and("last", last));
    }

    private Html number(String value, String detail) {
        Html cell = el("td", "number").text(value);
        return detail.isEmpty() ? cell : cell.add(el("span", "detail").text(detail));
    }

    private Html money(Optional<JsonCursor> total) {
        return total.isEmpty() ? missing() : number(words.typical(total.get()), words.bareRange(total.get()));
    }

    private Html missing() {
        return el("td", "number missing").text(scene.say("not-published"));
    }
}
