package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Optional;

/** The answer in one strip: the best plan with its figures and its tightest limit, or that there is none. */
public final class Headline {
    private final Scene scene;
    private final PlanWords words;

    public Headline(Scene scene) {
        this.scene = scene;
        this.words = new PlanWords(scene);
    }

    /** The strip before anything is known. */
    public Html waiting(String text) {
        return strip("").add(el("div", "judgement").add(el("p", "verdict").text(text)));
    }

    /**
     * The strip of a result.
     *
     * @param wanted what would decide plans where none is certain
     */
    public Html of(JsonObject result, boolean current, List<Html> wanted) {
        List<Plan> plans = Plan.ranked(result);
        Html strip = strip(plans.isEmpty() ? "does-not-fit" : "fits").cls("stale", !current);
        return plans.isEmpty() ? strip.add(none(JsonCursor.of(result)).add(wanted)) : strip.add(best(plans.get(0), percentile(result)));
    }

    private Html strip(String style) {
        Html strip = el("section", "strip plan-strip").key("strip").id("plan-best").attr("tabindex", -1)
                .aria("label", scene.say("plan.best"));
        return style.isEmpty() ? strip : strip.cls(style);
    }

    private Html none(JsonCursor result) {
        boolean open = !result.items("undecided").isEmpty();
        return el("div", "judgement")
                .add(el("p", "verdict").cls("does-not-fit", !open)
                        .add(el("span", "icon").aria("hidden", true).text(open ? "?" : "\u2715"))
                        .text(scene.say(open ? "plan.open" : "plan.none")))
                .add(el("p", "reason").text(scene.say(open ? "plan.open-reason" : "plan.none-reason")));
    }

    private List<Html> best(Plan plan, String percentile) {
        Html judgement = el("div", "judgement")
                .add(el("p", "verdict fits").add(el("span", "icon").aria("hidden", true).text("\u2713"))
                        .text(words.servers(plan)))
                .add(el("p", "plan-what").text(scene.say("plan.what", Arguments.of("model", words.model(plan.model()))
                        .and("weights", words.weights(plan.weights())).and("engine", words.engine(plan.engine()))
                        .and("replicas", plan.replicas()).and("gpus", gpusOfReplica(plan)))))
                .add(el("p", "reason").text(reason(plan)));
        Html figures = el("dl", "figures")
                .add(figure("gpus", scene.words().number(plan.gpus(), 0),
                        plan.spareServers() > 0 ? scene.say("plan.spare", Arguments.of("count", plan.spareServers())) : ""))
                .add(figure("ttft", scene.figures().seconds(plan.ttft().number(percentile)), ofPercentile(percentile)))
                .add(figure("each", scene.say("unit.tokensPerSecond", Arguments.of("value",
                        scene.words().significant(1 / plan.tpot().number(percentile), 3))), ofPercentile(percentile)))
                .add(figure("output", scene.figures().tokensPerSecond(plan.outputTokensPerSecond()), scene.say("plan.all")))
                .add(money("purchase", plan.cost("purchase")))
                .add(money("million", plan.cost("perMillionOutputTokens")))
                .add(figure("power", plan.peakWatts().isPresent()
                        ? words.kilowatts(plan.peakWatts().getAsDouble()) : scene.say("not-published"), scene.say("plan.peak")))
                .add(figure("racks", plan.racks().isPresent()
                        ? scene.words().number(plan.racks().getAsInt(), 0) : scene.say("not-published"), ""));
        return List.of(judgement, figures);
    }

    private int gpusOfReplica(Plan plan) {
        return Math.max(1, JsonCursor.of(plan.json()).integer("gpusUsed") / plan.replicas());
    }

    private String reason(Plan plan) {
        String binding = plan.binding().isEmpty() ? "" : plan.items("margins").stream().findFirst()
                .map(margin -> scene.say("plan.binding", Arguments.of("limit", words.limit(margin.string("constraint")))
                        .and("share", scene.figures().percent(margin.number("fraction"))))).orElse("");
        String worst = scene.say(plan.holdsAtTheWorst() ? "plan.holds" : "plan.breaks",
                Arguments.of("limits", words.list(plan.at("pessimistic").items("breaks").stream()
                        .map(each -> words.limit(each.string())).toList())));
        return binding.isEmpty() ? worst : binding + " " + worst;
    }

    private Html figure(String name, String value, String band) {
        return el("div", "figure").key(name).add(el("dt").text(scene.say("plan-figure." + name)))
                .add(el("dd").add(el("span", "value").text(value)).add(el("span", "band detail").text(band)));
    }

    private Html money(String name, Optional<JsonCursor> total) {
        return total.isEmpty() ? figure(name, scene.say("plan.no-price"), "")
                : figure(name, words.typical(total.get()), words.range(total.get()));
    }

    private String ofPercentile(String percentile) {
        return scene.say("plan-percentile." + percentile);
    }

    /** The member of a latency that the request's limits hold for. */
    static String percentile(JsonObject result) {
        String asked = JsonCursor.of(result).at("request").find("slo").flatMap(slo -> slo.findString("percentile"))
                .orElse("mean");
        return asked.equals("mean") ? "mid" : asked;
    }
}
