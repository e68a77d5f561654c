package dev.llmplanner.view.plan.file;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Up to four plans beside one another, and what became of those in a file. */
public final class CompareView {
    /** Plans that stand beside one another at most. */
    public static final int MOST = 4;

    private static final List<String> ROWS = List.of(
            "servers", "gpus", "ttft", "each", "output", "purchase", "tco", "million", "power", "racks");

    private final Scene scene;
    private final PlanWords words;

    public CompareView(Scene scene) {
        this.scene = scene;
        this.words = new PlanWords(scene);
    }

    /**
     * The comparison.
     *
     * @param remove the event that takes a plan out
     */
    public Html of(List<Plan> plans, Function<Integer, Event> remove) {
        Html head = el("tr").add(el("td").add(el("span", "unseen").text(scene.say("plan-compare.figure"))));
        for (int i = 0; i < plans.size(); i++) {
            int place = i;
            Plan plan = plans.get(i);
            head.add(el("th").key(plan.key() + i).attr("scope", "col").text(words.servers(plan))
                    .add(el("span", "detail").text(words.model(plan.model())))
                    .add(el("button", "chip-button").attr("type", "button")
                            .aria("label", scene.say("filter.remove", Arguments.of("filter", words.servers(plan))))
                            .text(scene.say("plan-compare.remove")).on("click", e -> remove.apply(place))));
        }
        Html body = el("tbody");
        body.add(texts("replica", plans, plan -> scene.say("plan-compare.replica-text", Arguments
                .of("weights", scene.say("choice.weights." + JsonCursor.of(plan.json()).string("weights")))
                .and("engine", scene.say("choice.engine." + JsonCursor.of(plan.json()).string("engine")))
                .and("count", JsonCursor.of(plan.json()).integer("replicas")))));
        for (String name : ROWS) {
            body.add(figures(name, plans));
        }
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.compare"))
                .add(el("table", "records compared").add(el("thead").add(head)).add(body));
    }

    private Html texts(String name, List<Plan> plans, Function<Plan, String> text) {
        Html row = el("tr").key(name).add(el("th").attr("scope", "row").text(scene.say("plan-compare." + name)));
        plans.forEach(plan -> row.add(el("td").text(text.apply(plan))));
        return row;
    }

    private Html figures(String name, List<Plan> plans) {
        Html row = el("tr").key(name).add(el("th").attr("scope", "row").text(scene.say("plan-compare." + name)));
        OptionalDouble first = plans.isEmpty() ? OptionalDouble.empty() : Moved.figure(plans.get(0), name);
        for (int i = 0; i < plans.size(); i++) {
            OptionalDouble value = Moved.figure(plans.get(i), name);
            Html cell = el("td", "number").text(text(plans.get(i), name, value));
            if (i > 0 && value.isPresent() && first.isPresent() && first.getAsDouble() > 0) {
                cell.add(el("span", "detail").text(change(first.getAsDouble(), value.getAsDouble())));
            }
            row.add(cell);
        }
        return row;
    }

    private String change(double before, double after) {
        double by = after / before - 1;
        String share = scene.figures().percent(Math.abs(by));
        return by == 0 ? scene.say("plan.same")
                : scene.say(by > 0 ? "plan.more" : "plan.less", Arguments.of("amount", share));
    }

    private String text(Plan plan, String name, OptionalDouble value) {
        if (value.isEmpty()) {
            return scene.say("not-published");
        }
        double figure = value.getAsDouble();
        return switch (name) {
            case "servers", "gpus", "racks" -> scene.words().number(figure, 0);
            case "ttft" -> scene.figures().seconds(figure);
            case "each", "output" -> scene.figures().tokensPerSecond(figure);
            case "power" -> words.kilowatts(figure);
            default -> words.money(figure, JsonCursor.of(plan.json()).at("cost").string("currency"));
        };
    }

    /**
     * What became of the plans of a file, and which facts are others now.
     *
     * @param result that answers the file's question today
     */
    public Html moved(PlanFile file, JsonObject result) {
        List<Plan> found = new ArrayList<>(Plan.ranked(result));
        Html body = el("tbody");
        boolean any = false;
        for (Plan saved : file.plans()) {
            Moved moved = Moved.of(saved, found);
            if (moved.now().isEmpty()) {
                any = true;
                body.add(el("tr").key(saved.key())
                        .add(el("th").attr("scope", "row").text(words.servers(saved)))
                        .add(el("td").attr("colspan", 3).text(scene.say("plan-moved.gone"))));
            }
            for (Moved.Figure figure : moved.figures()) {
                any = true;
                body.add(el("tr").key(saved.key() + figure.name())
                        .add(el("th").attr("scope", "row").text(words.servers(saved))
                                .add(el("span", "detail").text(scene.say("plan-compare." + figure.name()))))
                        .add(el("td", "number").text(text(saved, figure.name(), figure.before())))
                        .add(el("td", "number").text(text(moved.now().orElseThrow(), figure.name(), figure.after())))
                        .add(el("td", "number").text(figure.before().isPresent() && figure.after().isPresent()
                                && figure.before().getAsDouble() > 0
                                ? change(figure.before().getAsDouble(), figure.after().getAsDouble()) : "")));
            }
        }
        Html view = el("div", "plan-moved");
        if (!any) {
            view.add(el("p").text(scene.say("plan-moved.nothing")));
        } else {
            view.add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.moved"))
                    .add(el("table", "records").add(el("thead").add(el("tr").add(head("figure", false))
                            .add(head("before", true)).add(head("after", true)).add(head("change", true)))).add(body)));
        }
        return view.add(causes(Moved.causes(file, found, scene.resources().bundle()), any));
    }

    private Html head(String column, boolean number) {
        return el("th").attr("scope", "col").cls("number", number).text(scene.say("plan-compare." + column));
    }

    private Html causes(List<Moved.Cause> causes, boolean any) {
        Html list = el("ul", "notes");
        Set<String> said = new LinkedHashSet<>();
        for (Moved.Cause cause : causes) {
            String text = cause.subject().isEmpty()
                    ? scene.say("plan-moved.constants", Arguments.of("before", cause.before()).and("after", cause.after()))
                    : scene.say("plan-moved.fact", Arguments.of("subject", name(cause.subject())).and("fact", cause.path())
                            .and("before", value(cause.before())).and("after", value(cause.after())));
            if (said.add(text)) {
                list.add(el("li").text(text));
            }
        }
        return causes.isEmpty()
                ? el("p", "help").text(scene.say(any ? "plan-moved.code" : "plan-moved.no-facts"))
                : el("div").add(el("h3").text(scene.say("plan-moved.why"))).add(list);
    }

    private String value(String text) {
        return text.isEmpty() ? scene.say("not-published") : text;
    }

    private String name(String subject) {
        String part = "plan-part." + subject;
        return scene.words().knows(part) ? scene.say(part)
                : scene.catalog().accelerator(subject).map(device -> device.name())
                        .or(() -> scene.catalog().server(subject).map(server -> server.name()))
                        .or(() -> scene.catalog().model(subject).map(model -> model.name())).orElse(subject);
    }
}
