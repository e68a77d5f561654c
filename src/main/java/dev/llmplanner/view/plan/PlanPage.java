package dev.llmplanner.view.plan;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Changes;
import dev.llmplanner.view.plan.answer.Derivation;
import dev.llmplanner.view.plan.answer.Headline;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanDetail;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.plan.answer.PlansTable;
import dev.llmplanner.view.plan.answer.Rejected;
import dev.llmplanner.view.plan.answer.Undecided;
import dev.llmplanner.view.plan.ask.AskView;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.plan.ask.PlanPatch;
import dev.llmplanner.view.plan.chart.BillCharts;
import dev.llmplanner.view.plan.chart.PlanCharts;
import dev.llmplanner.view.plan.cost.CostView;
import dev.llmplanner.view.plan.cost.OfferedRate;
import dev.llmplanner.view.plan.cost.OwnPrices;
import dev.llmplanner.view.plan.cost.PriceBookView;
import dev.llmplanner.view.plan.cost.RateField;
import dev.llmplanner.view.plan.cost.UsedPrices;
import dev.llmplanner.view.plan.file.CompareView;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.AccuracyLink;
import dev.llmplanner.view.widget.GuideLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** The page: the question beside the answer. */
final class PlanPage {
    private static final int ROWS = 20;
    private static final double MILLISECONDS = 1000;
    /** The last part: prices, undecided, rejected. */
    private static final int OTHERS = PlanState.PARTS - 1;

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
        Html page = Files.dropping(el("div", "wide plan"), scene.state())
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("plan.title")))
                .add(el("p", "lead").text(scene.say("plan.lead")).text(" ").add(GuideLink.to("an-assistant-for-your-people", scene)))
                .add(el("div", "calculator")
                        .add(ask())
                        .add(answer()));
        parts.done();
        return page;
    }

    /** The form; while only the search goes on it stays as it was drawn. */
    private Element ask() {
        Object known = answered.<Object>map(Answered::result).orElse(signature);
        Lazy prices = DataFile.PRICES.in(scene.state());
        return parts.row("ask", List.of(entries, known, scene.words(), signature, scene.catalog(), prices), () ->
                new AskView(scene, entries, OfferedRate.help(scene), PlanState.Asked::new).all(
                        answered.map(answer -> new Derivation(scene).of(answer.result()))));
    }

    private Html answer() {
        Html results = el("div", "results plan-answer");
        Headline headline = new Headline(scene);
        Html status = new StatusLine(scene, pursuit, askable, current).all();
        if (answered.isEmpty()) {
            boolean soon = pursuit.isRunning() || pursuit.end() == Pursuit.End.NONE && askable;
            return results.add(headline.waiting(scene.say(soon ? "plan.searching" : "plan.no-answer"))).add(status)
                    .when(Files.isRefused(scene.state()), () ->
                            section("files").add(Files.view(scene, answered, Optional.empty(), current)));
        }
        JsonObject result = answered.get().result();
        List<Plan> plans = Plan.ranked(result);
        results.add(headline.of(result, current, undecided(result).first(result))).add(status);
        Rejected others = new Rejected(scene);
        JsonCursor json = JsonCursor.of(result);
        if (!json.items("contradictions").isEmpty()) {
            part("contradictions", answered, known -> others.contradictions(known.result(), (limit, closest) ->
                    PlanPatch.hasField(limit) ? Optional.of(new PlanState.Loosened(limit, closest)) : Optional.empty()))
                    .ifPresent(results::add);
        }
        if (!plans.isEmpty()) {
            results.add(table(result, plans)).add(AccuracyLink.of(scene));
            lower(results);
        }
        PlanState.stage(OTHERS, scene.state()).filter(known -> undecidedPlans(known.result()) > 0)
                .ifPresent(known -> results.add(folded("undecided", undecidedPlans(known.result()), known,
                        () -> undecided(known.result()).of(known.result()))));
        prices().ifPresent(results::add);
        PlanState.stage(OTHERS, scene.state()).ifPresent(known -> {
            JsonCursor all = JsonCursor.of(known.result());
            if (!all.items("rejected").isEmpty()) {
                results.add(folded("rejected", all.items("rejected").size(), known, () -> others.regions(known.result())));
            }
        });
        List<Plan> pinned = Files.pinned(scene.state());
        if (!pinned.isEmpty()) {
            results.add(section("compare").add(new CompareView(scene).of(pinned, Files.Unpinned::new)));
        }
        results.add(section("files").add(Files.view(scene, answered, chosen(plans), current)))
                .add(el("p", "help").key("counts").text(counts(json.at("counts")) + took()));
        return results;
    }

    private Element table(JsonObject result, List<Plan> plans) {
        String chosen = chosen(plans).map(Plan::key).orElse("");
        boolean full = Files.pinned(scene.state()).size() >= CompareView.MOST;
        return part("table", answered, known -> el("div").add(new PlansTable(scene, result).of(ROWS, chosen,
                        PlanState.Chosen::new, plan -> Files.isPinned(plan, scene.state()),
                        plan -> new Files.Pinned(plan.json()), full))
                .add(el("p", "help").text(scene.say("plan.tie-note")))
                .when(full, () -> el("p", "help").attr("role", "status").text(scene.say("plan.compare-full"))), parts.same(chosen), Files.pinnedIn(scene.state()))
                .orElseThrow();
    }

    /** What follows the table, each part of it from the answer that it has reached. */
    private void lower(Html results) {
        State state = scene.state();
        part("changes", PlanState.stage(0, state), known -> {
            JsonCursor json = JsonCursor.of(known.result());
            Changes changes = new Changes(scene);
            return el("div").add(changes.margins(json.at("explanation"),
                            Plan.ranked(known.result()).stream().findFirst().flatMap(plan -> plan.cost("purchase"))))
                    .add(changes.changes(json.at("explanation"), json.at("demand").string("kind"), patch ->
                            PlanPatch.hasFields(patch) ? Optional.of(new PlanState.Applied(patch)) : Optional.empty()));
        }).ifPresent(results::add);
        Html charts = el("div", "plan-charts").key("charts");
        chart("throughput", PlanState.stage(1, state), PlanCharts::throughput).ifPresent(charts::add);
        chart("cost-chart", PlanState.stage(2, state), PlanCharts::cost).ifPresent(charts::add);
        chart("tornado", PlanState.stage(3, state), PlanCharts::tornado).ifPresent(charts::add);
        results.add(section("charts").add(charts));
        Optional<Answered> grown = PlanState.stage(3, state)
                .filter(known -> new Derivation(scene).growth(known.result()).isPresent());
        part("growth", grown, known -> new Derivation(scene).growth(known.result()).orElseThrow()).ifPresent(results::add);
        Optional<Answered> shown = PlanState.stage(4, state).filter(known -> !Plan.ranked(known.result()).isEmpty());
        Object key = parts.same(PlanState.chosen(state));
        part("detail", shown, known -> new PlanDetail(scene, request(known)).of(chosen(Plan.ranked(known.result())).orElseThrow()), key)
                .ifPresent(results::add);
        part("cost", shown, known -> new CostView(scene).of(chosen(Plan.ranked(known.result())).orElseThrow()), key)
                .ifPresent(results::add);
        bill("bill-chart", 5, BillCharts::parts, key).ifPresent(results::add);
        bill("years-chart", 6, BillCharts::years, key).ifPresent(results::add);
    }

    private static JsonObject request(Answered answered) {
        return JsonCursor.of(answered.result()).at("request").object();
    }

    /** The price book, also where a missing price leaves no plan certain. */
    private Optional<Element> prices() {
        State state = scene.state();
        OwnPrices own = PlanState.prices(state);
        Lazy prices = DataFile.PRICES.in(state);
        Optional<Answered> priced = PlanState.stage(OTHERS, state).filter(known -> UsedPrices.isUsed(known.result()));
        RateField rate = new RateField(entries.text(PlanEntries.EXCHANGE),
                text -> new PlanState.Asked(entries.with(PlanEntries.EXCHANGE, text)));
        return part("prices", priced, known -> new PriceBookView(scene, own, PlanState.Priced::new, prices.data(),
                known.result()).all(rate), own, PriceBookView.problem(state), prices, entries);
    }

    private static int undecidedPlans(JsonObject result) {
        return JsonCursor.of(result).at("counts").integer("undecidedPlans");
    }

    private Undecided undecided(JsonObject result) {
        return new Undecided(scene, (code, subject) -> enter(code, subject, result));
    }

    /** The field that takes that fact. */
    private static Optional<Event> enter(String code, String subject, JsonObject result) {
        return code.equals(PlanWords.EXCHANGE_RATE) ? Optional.of(new Entering(PlanEntries.EXCHANGE_FIELD))
                : UsedPrices.field(subject, result).map(Entering::new);
    }

    private Optional<Element> chart(String name, Optional<Answered> from, Function<PlanCharts, Optional<Chart>> chart) {
        return from.flatMap(known -> chart.apply(new PlanCharts(scene, known.result())).map(drawn -> parts.row(name,
                List.of(known, scene.words(), scene.catalog()), () -> ChartFigure.of(drawn, scene.words()))));
    }

    /** One chart of the shown plan's bill, each in a task of its own. */
    private Optional<Element> bill(String name, int stage, Function<BillCharts, Chart> chart, Object key) {
        return PlanState.stage(stage, scene.state()).flatMap(known -> chosen(Plan.ranked(known.result()))
                .flatMap(plan -> BillCharts.of(plan, scene)).map(charts -> parts.row(name,
                        List.of(known, scene.words(), signature, scene.catalog(), key),
                        () -> ChartFigure.of(chart.apply(charts), scene.words()))));
    }

    /** A part of the answer, drawn again only when something that it is drawn from is another instance. */
    private Optional<Element> part(String name, Optional<Answered> from, Function<Answered, Html> content, Object... besides) {
        return from.map(known -> {
            List<Object> all = new ArrayList<>(List.of(known, scene.words(), signature, scene.catalog()));
            all.addAll(List.of(besides));
            return parts.row(name, all, () -> section(name).add(content.apply(known)));
        });
    }

    private Element folded(String name, int count, Answered known, Supplier<Html> content) {
        return parts.row(name, List.of(known, scene.words(), signature, scene.catalog()), () ->
                el("section").key(name).add(el("details").add(el("summary")
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

    private String took() {
        OptionalDouble milliseconds = answered.orElseThrow().milliseconds();
        return milliseconds.isEmpty() ? "" : " " + scene.say("plan.took", Arguments.of("time",
                scene.figures().seconds(milliseconds.getAsDouble() / MILLISECONDS)));
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
