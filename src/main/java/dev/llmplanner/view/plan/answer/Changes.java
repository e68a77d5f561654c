package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;
import java.util.function.Function;

/** What keeps the first plan from being better, and what other wishes would change. */
public final class Changes {
    private final Scene scene;
    private final PlanWords words;

    public Changes(Scene scene) {
        this.scene = scene;
        this.words = new PlanWords(scene);
    }

    /**
     * The limits of the first plan, least margin first.
     *
     * @param purchase what it costs, which may lack something
     */
    public Html margins(JsonCursor explanation, Optional<JsonCursor> purchase) {
        String lacks = purchase.map(words::lacks).orElse("");
        Html list = el("ul", "margins");
        for (JsonCursor margin : explanation.items("binding")) {
            String unit = margin.string("unit");
            boolean lacking = margin.string("constraint").equals("purchase") && !lacks.isEmpty();
            list.add(el("li").key(margin.string("constraint"))
                    .add(el("span", "name").text(words.limit(margin.string("constraint"))))
                    .add(el("meter").attr("min", 0).attr("max", 1)
                            .attr("value", Math.max(0, Math.min(1, 1 - margin.number("fraction"))))
                            .aria("label", words.limit(margin.string("constraint"))))
                    .add(el("span", "detail").text(scene.say("plan.margin",
                            Arguments.of("value", words.amount(margin.number("value"), unit))
                                    .and("limit", words.amount(margin.number("limit"), unit))
                                    .and("share", scene.figures().percent(margin.number("fraction")))))
                            .when(lacking, () -> el("span", "lacks").text(" " + lacks))));
        }
        return list;
    }

    /**
     * What each other wish would change.
     *
     * @param demand kind of the demand
     * @param apply the event that takes a change of the request over; empty where no field stands for it
     */
    public Html changes(JsonCursor explanation, String demand, Function<JsonObject, Optional<Event>> apply) {
        Html body = el("tbody");
        String figure = explanation.string("figure");
        String currency = explanation.findString("currency").orElse("USD");
        for (JsonCursor change : explanation.items("changes")) {
            Optional<Event> event = change.find("change").flatMap(patch -> apply.apply(patch.object()));
            Html action = el("td", "act");
            event.ifPresent(taken -> action.add(el("button", "remedy").attr("type", "button")
                    .text(scene.say("plan.apply"))
                    .add(el("span", "unseen").text(" " + scene.say("plan-change." + change.string("code"))))
                    .on("click", e -> taken)));
            body.add(el("tr").key(change.string("code"))
                    .add(el("th").attr("scope", "row").text(scene.say("plan-change." + change.string("code"))))
                    .add(el("td").text(then(change, demand)))
                    .add(el("td", "number").text(figure(change, figure, currency))
                            .add(el("span", "detail").text(fraction(change))))
                    .add(action));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.changes"))
                .add(el("table", "records changes")
                        .add(el("thead").add(el("tr").add(head("change", false)).add(head("then", false))
                                .add(head("figure", true)).add(el("td").add(el("span", "unseen")
                                        .text(scene.say("plan.apply"))))))
                        .add(body));
    }

    private Html head(String column, boolean number) {
        return el("th").attr("scope", "col").cls("number", number).text(scene.say("plan-column." + column));
    }

    private String then(JsonCursor change, String demand) {
        Optional<JsonCursor> plan = change.find("plan");
        if (plan.isEmpty()) {
            return change.findNumber("headroomDemand").isEmpty() ? scene.say("plan.none")
                    : scene.say("plan.carries", Arguments.of("demand", words.amount(change.number("headroomDemand"),
                            demand.equals("concurrency") ? "requests" : demand)));
        }
        if (change.findNumber("figureChange").orElse(1) == 0) {
            return scene.say("plan.same-plan");
        }
        return scene.say("plan.then", Arguments.of("count", plan.get().integer("servers"))
                .and("server", words.server(plan.get())).and("model", words.model(plan.get().string("model")))
                .and("weights", words.weights(plan.get().string("weights"))));
    }

    private String figure(JsonCursor change, String figure, String currency) {
        if (change.findNumber("figureChange").isEmpty()) {
            return "";
        }
        double by = change.number("figureChange");
        String amount = words.figure(Math.abs(by), figure, currency);
        return by == 0 ? scene.say("plan.same") : scene.say(by > 0 ? "plan.more" : "plan.less", Arguments.of("amount", amount));
    }

    private String fraction(JsonCursor change) {
        double by = change.findNumber("figureChangeFraction").orElse(0);
        return by == 0 ? "" : scene.say(by > 0 ? "plan.more" : "plan.less",
                Arguments.of("amount", scene.figures().percent(Math.abs(by))));
    }
}
