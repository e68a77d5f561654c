package dev.llmplanner.view.plan.answer;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** One plan in full: how it is divided, what it still carries, how it does with a server lost and at its worst. */
public final class PlanDetail {
    private final Scene scene;
    private final PlanWords words;
    private final JsonObject request;

    /** @param request of the search, by the contract */
    public PlanDetail(Scene scene, JsonObject request) {
        this.scene = scene;
        this.request = request;
        this.words = new PlanWords(scene);
    }

    /** The facts of that plan, and the way to its replica in the Calculator. */
    public Html of(Plan plan) {
        JsonCursor concurrency = plan.at("concurrency");
        JsonCursor headroom = plan.at("headroom");
        Html facts = el("dl", "facts")
                .add(fact("replica", scene.say("plan.replicas", Arguments.of("count", plan.replicas())
                        .and("layout", words.layout(plan)).and("engine", words.engine(plan.engine())))))
                .add(fact("placed", placed(plan)))
                .add(fact("load", scene.say("plan.load", Arguments
                        .of("load", scene.words().significant(concurrency.number("load"), 3))
                        .and("most", scene.words().significant(concurrency.number("withinSlo"), 3))
                        .and("limit", scene.say("plan-held." + concurrency.string("limit"))))))
                .add(fact("headroom", scene.figures().percent(headroom.number("fraction"))))
                .add(fact("ttft", percentiles(plan.ttft())))
                .add(fact("tpot", percentiles(plan.tpot())))
                .add(fact("memory", memory(plan)))
                .add(fact("space", space(plan)))
                .add(fact("degraded", degraded(plan)))
                .add(fact("pessimistic", pessimistic(plan)))
                .add(fact("confidence", scene.say("confidence." + plan.at("confidence").string())));
        Html detail = el("div", "plan-facts").add(el("p").add(el("strong").text(words.servers(plan))).text(" ")
                .add(el("span", "muted").text(words.model(plan.model()))));
        Html ways = el("p", "plan-ways");
        new PlanLinks(scene.state(), scene.resources()).calculator(plan).ifPresent(hash -> ways.add(el("a", "go").attr("href", "#" + hash).text(scene.say("plan.calculate"))));
        return detail.add(ways.add(el("a").attr("href", "#" + new PlanLinks(scene.state(), scene.resources()).handover(plan, request)).text(scene.say("plan.hand-over")))).add(facts);
    }

    private Html fact(String name, String value) {
        return el("div").key(name).add(el("dt").text(scene.say("plan-detail." + name)))
                .add(el("dd", "value").text(value));
    }

    private String placed(Plan plan) {
        int spanned = plan.at("serversPerReplica").integer();
        int idle = plan.gpus() - plan.at("gpusUsed").integer();
        String text = spanned > 1 ? scene.say("plan.spans", Arguments.of("count", spanned))
                : scene.say("plan.shares", Arguments.of("count", plan.at("replicasPerServer").integer()));
        return idle == 0 ? text : scene.say("list.pair", Arguments.of("first", text)
                .and("second", scene.say("plan.idle", Arguments.of("count", idle))));
    }

    private String percentiles(JsonCursor latency) {
        return scene.say("plan.percentiles", Arguments.of("mean", scene.figures().seconds(latency.number("mid")))
                .and("p50", scene.figures().seconds(latency.number("p50")))
                .and("p95", scene.figures().seconds(latency.number("p95")))
                .and("p99", scene.figures().seconds(latency.number("p99"))));
    }

    private String memory(Plan plan) {
        JsonCursor memory = plan.at("memoryPerGpu");
        return memory.findNumber("freeBytes").isPresent()
                ? scene.say("plan.free", Arguments.of("free", scene.figures().bytes(memory.number("freeBytes"))))
                : scene.say("not-published");
    }

    private String space(Plan plan) {
        JsonCursor space = plan.at("space");
        String units = space.findInteger("rackUnits").isPresent()
                ? words.amount(space.integer("rackUnits"), "rack-units") : scene.say("not-published");
        String limit = scene.say("plan-space." + (space.flag("exceedsRack") ? "exceeds" : space.string("limit")));
        String cooling = space.findString("cooling").map(kind -> scene.say("value.cooling." + kind)).orElse("");
        return words.list(cooling.isEmpty() ? List.of(units, limit) : List.of(units, limit, cooling));
    }

    private String degraded(Plan plan) {
        JsonCursor degraded = plan.at("degraded");
        Arguments arguments = Arguments.of("lost", degraded.integer("serversLost"))
                .and("replicas", degraded.integer("replicas"))
                .and("ttft", degraded.findNumber("ttftSeconds").isPresent()
                        ? scene.figures().seconds(degraded.number("ttftSeconds")) : "")
                .and("tpot", degraded.findNumber("tpotSeconds").isPresent()
                        ? scene.figures().seconds(degraded.number("tpotSeconds")) : "");
        return scene.say(degraded.integer("replicas") == 0 ? "plan.degraded-none"
                : degraded.at("withinSlo").bool() ? "plan.degraded-holds" : "plan.degraded-breaks", arguments);
    }

    private String pessimistic(Plan plan) {
        JsonCursor worst = plan.at("pessimistic");
        Arguments arguments = Arguments.of("ttft", scene.figures().seconds(worst.number("ttftSeconds")))
                .and("tpot", scene.figures().seconds(worst.number("tpotSeconds")))
                .and("limits", words.list(worst.items("breaks").stream().map(each -> words.limit(each.string())).toList()));
        if (plan.holdsAtTheWorst()) {
            return scene.say("plan.worst-holds", arguments);
        }
        String breaks = scene.say("plan.worst-breaks", arguments);
        return worst.findInteger("servers").isEmpty() ? breaks : breaks + " "
                + scene.say("plan.worst-servers", Arguments.of("count", worst.integer("servers")));
    }
}
