package dev.llmplanner.view.plan;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Changes;
import dev.llmplanner.view.plan.answer.Derivation;
import dev.llmplanner.view.plan.answer.Headline;
import dev.llmplanner.view.plan.answer.OpenAndRejected;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanDetail;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.plan.answer.PlansTable;
import dev.llmplanner.view.plan.ask.AskView;
import dev.llmplanner.view.plan.ask.PlanPatch;
import dev.llmplanner.view.plan.chart.PlanCharts;
import dev.llmplanner.view.plan.cost.CostView;
import dev.llmplanner.view.plan.cost.OwnPrices;
import dev.llmplanner.view.plan.cost.PriceBookView;
import dev.llmplanner.view.plan.file.CompareView;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.GuideLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The page: the question beside the answer. */
final class PlanPage {
    private static final int ROWS = 20;

    private final Scene scene;
    private final Remembered parts;
    private final Object signature;
    private final Entries entries;
    private final Pursuit pursuit;
    private final Optional<Answered> answered;
    private final boolean current;
    private final boolean askable;

    PlanPage(Scene scene, Remembered parts) {
        this.scene = scene;
        this.parts = parts;
        this.signature = parts.same(scene.state().languageChosen() + scene.state().language());
        this.entries = PlanState.entries(scene.state());
        this.pursuit = PlanState.pursuit(scene.state());
        this.answered = PlanState.answered(scene.state());
        this.askable = PlanState.request(scene.state(), scene.resources()).isPresent();
        this.current = PlanState.isCurrent(scene.state(), scene.resources());
    }

    Html all() {
        Optional<Html> derivation = answered.map(known -> new Derivation(scene).of(known.result()));
        return el("div", "wide plan")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("plan.title")))
                .add(el("p", "lead").text(scene.say("plan.lead")).text(" ").add(GuideLink.to("an-assistant-for-your-people", scene)))
                .add(el("div", "calculator")
                        .add(new AskView(scene, entries, PlanState.Asked::new).all(derivation))
                        .add(answer()));
    }

    private Html answer() {
        Html results = el("div", "results plan-answer");
        Headline headline = new Headline(scene);
        if (answered.isEmpty()) {
            boolean soon = pursuit.isRunning() || pursuit.end() == Pursuit.End.NONE && askable;
            return results.add(headline.waiting(scene.say(soon ? "plan.searching" : "plan.no-answer"))).add(status());
        }
        JsonObject result = answered.get().result();
        List<Plan> plans = Plan.ranked(result);
        results.add(headline.of(result, current)).add(status());
        OpenAndRejected others = new OpenAndRejected(scene);
        JsonCursor json = JsonCursor.of(result);
        if (!json.items("contradictions").isEmpty()) {
            results.add(part("contradictions", () -> others.contradictions(result, (limit, closest) ->
                    PlanPatch.hasField(limit) ? Optional.of(new PlanState.Loosened(limit, closest)) : Optional.empty())));
        }
        chosen(plans).ifPresent(chosen -> plans(results, result, plans, chosen));
        if (!json.items("undecided").isEmpty()) {
            results.add(folded("undecided", json.items("undecided").size(), () -> others.undecided(result)));
        }
        if (!json.items("rejected").isEmpty()) {
            results.add(folded("rejected", json.items("rejected").size(), () -> others.rejected(result)));
        }
        List<Plan> pinned = Files.pinned(scene.state());
        if (!pinned.isEmpty()) {
            results.add(section("compare").add(new CompareView(scene).of(pinned, Files.Unpinned::new)));
        }
        results.add(section("files").add(Files.view(scene, answered, chosen(plans), current)))
                .add(el("p", "help").key("counts").text(counts(json.at("counts"))));
        parts.done();
        return results;
    }

    private void plans(Html results, JsonObject result, List<Plan> plans, Plan chosen) {
        Object shown = parts.same(chosen.key());
        Object pinned = Files.pinnedIn(scene.state());
        results.add(part("table", () -> el("div").add(new PlansTable(scene, result).of(ROWS, chosen.key(),
                        PlanState.Chosen::new, plan -> Files.isPinned(plan, scene.state()),
                        plan -> new Files.Pinned(plan.json())))
                .add(el("p", "help").text(scene.say("plan.tie-note")))
                .when(plans.size() > ROWS, () -> el("p", "help").text(scene.say("plan.more-plans",
                        Arguments.of("shown", ROWS).and("all", plans.size())))), shown, pinned));
        JsonCursor explanation = JsonCursor.of(result).at("explanation");
        results.add(part("changes", () -> el("div").add(new Changes(scene).margins(explanation))
                .add(answered.orElseThrow().whole() ? new Changes(scene).changes(explanation, patch ->
                        PlanPatch.hasFields(patch) ? Optional.of(new PlanState.Applied(patch)) : Optional.empty())
                        : el("p", "help").text(scene.say("plan.explaining")))));
        results.add(part("charts", () -> {
            PlanCharts charts = new PlanCharts(scene, result);
            Html drawn = el("div");
            charts.throughput().ifPresent(chart -> drawn.add(ChartFigure.of(chart, scene.words())));
            charts.cost().ifPresent(chart -> drawn.add(ChartFigure.of(chart, scene.words())));
            return answered.orElseThrow().whole() ? drawn : el("p", "help").text(scene.say("plan.explaining"));
        }));
        if (new Derivation(scene).growth(result).isPresent()) {
            results.add(part("growth", () -> new Derivation(scene).growth(result).orElseThrow()));
        }
        results.add(part("detail", () -> new PlanDetail(scene).of(chosen), shown))
                .add(part("cost", () -> new CostView(scene).of(chosen), shown));
        OwnPrices own = PlanState.prices(scene.state());
        results.add(part("prices", () -> new PriceBookView(scene, own, PlanState.Priced::new).of(result),
                own, PriceBookView.problem(scene.state())));
    }

    /** A part of the answer, drawn again only when something that it is drawn from is another instance. */
    private Element part(String name, Supplier<Html> content, Object... from) {
        List<Object> all = new ArrayList<>(List.of(answered.orElseThrow().result(), scene.words(), signature, scene.catalog()));
        all.addAll(List.of(from));
        return parts.row(name, all, () -> section(name).add(content.get()));
    }

    private Element folded(String name, int count, Supplier<Html> content) {
        List<Object> all = List.of(answered.orElseThrow().result(), scene.words(), signature, scene.catalog());
        return parts.row(name, all, () -> el("section").key(name).add(el("details").add(el("summary")
                .text(scene.say("plan-count." + name, Arguments.of("count", count)))).add(content.get())));
    }

    /** The plan that is shown in full: the one that the reader chose, else the best. */
    private Optional<Plan> chosen(List<Plan> plans) {
        String wanted = PlanState.chosen(scene.state());
        return plans.stream().filter(plan -> plan.key().equals(wanted)).findFirst().or(() -> plans.stream().findFirst());
    }

    private Html section(String name) {
        String id = "plan-" + name;
        return el("section").key(name).aria("labelledby", id).add(el("h2").id(id).attr("tabindex", -1).text(scene.say("plan." + name)));
    }

    /** How far the search is; always as high, so that nothing below moves. */
    private Html status() {
        Html line = el("div", "plan-status").key("status").id("plan-status").attr("tabindex", -1);
        if (pursuit.isRunning()) {
            Html bar = el("progress").attr("max", 1).aria("label", scene.say("plan.searching"));
            double share = share();
            if (share >= 0) {
                bar.attr("value", share);
            }
            return line.add(bar)
                    .add(el("span", "help").text(progress()))
                    .add(el("button").key("stop").id("plan-stop").attr("type", "button").text(scene.say("plan.stop"))
                            .on("click", e -> new PlanState.Stopped()));
        }
        String text = !askable ? scene.say("matrix.mend") : switch (pursuit.end()) {
            case STOPPED -> scene.say("plan.stopped");
            case FAILED -> scene.say("plan.failed");
            case REFUSED -> refusal();
            default -> current ? "" : scene.say("plan.searching");
        };
        boolean wrong = askable && (pursuit.end() == Pursuit.End.FAILED || pursuit.end() == Pursuit.End.REFUSED);
        line.add(el("p", wrong ? "error" : "help").attr("role", "status").text(text));
        return askable && (pursuit.end() == Pursuit.End.STOPPED || pursuit.end() == Pursuit.End.FAILED)
                ? line.add(el("button").key("again").id("plan-again").attr("type", "button").text(scene.say("plan.again"))
                        .on("click", e -> new PlanState.Again()))
                : line;
    }

    private double share() {
        return pursuit.progress().map(told -> {
            JsonCursor progress = JsonCursor.of(told);
            double of = progress.findNumber("of").orElse(0);
            return of > 0 ? (progress.findNumber("done").orElse(0) + progress.findNumber("excluded").orElse(0)) / of : -1.0;
        }).orElse(-1.0);
    }

    private String progress() {
        if (pursuit.progress().isEmpty()) {
            return scene.say("plan.searching");
        }
        JsonCursor progress = JsonCursor.of(pursuit.progress().get());
        return scene.say("plan.progress", Arguments.of("done", progress.findNumber("done").orElse(0))
                .and("excluded", progress.findNumber("excluded").orElse(0))
                .and("of", progress.findNumber("of").orElse(0)));
    }

    private String refusal() {
        JsonCursor refused = JsonCursor.of(pursuit.refusal().orElseThrow());
        List<String> allowed = refused.items("allowed").stream().map(JsonCursor::string).toList();
        return scene.say("plan.refused", Arguments.of("code", refused.string("code"))
                .and("path", refused.string("path"))
                .and("count", allowed.size())
                .and("allowed", new PlanWords(scene).list(allowed)));
    }

    private String counts(JsonCursor counts) {
        JsonCursor excluded = counts.at("excluded");
        double out = 0;
        for (String bound : excluded.names()) {
            out += excluded.number(bound);
        }
        return scene.say("plan.counts", Arguments.of("deployments", counts.number("deployments"))
                .and("computed", counts.number("computed")).and("shared", counts.number("shared")).and("excluded", out)
                .and("unknown", counts.number("unknown")).and("points", counts.number("operatingPoints")));
    }
}
