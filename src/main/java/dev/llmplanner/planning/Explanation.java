package dev.llmplanner.planning;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What other wishes and other inputs would change. Each is searched anew, on the servers of the first plans and of the
 * nearest regions that have none, so that the answer doesn't hang on the plan that is best now.
 *
 * <p>A value beyond what a request may ask for has no answer: that wish, or that input, is left out. Without a plan stands what can
 * be asked for, and nothing meets.
 */
final class Explanation {

    private static final int MOST_INPUTS = 8;
    private static final double LOOSER = 1.1;
    private static final double TEN_KILOWATTS = 10_000;

    private final CatalogPlanner planner;
    private final PlantCatalog plant;
    private final JsonObject asked;
    private final SearchRequest request;
    private final PlanWriter writer;
    private final Plan first;
    private final Layouts layouts;
    private final Counts counts;
    private final List<Sites.Choice> near;
    private final List<Sites.Choice> nearest;
    private final List<Step> steps = new ArrayList<>();
    private final List<Json> changes = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    /** Answers to the searches of the step at hand, so far. */
    private List<Solved> solved = new ArrayList<>();
    /** What answers the next of them; null before it is begun. */
    private Solving solving;
    private int done;

    /**
     * @param near    sites that other wishes are searched on
     * @param nearest those that inputs are moved on
     */
    Explanation(
            CatalogPlanner planner, PlantCatalog plant, JsonObject asked, SearchRequest request, PlanWriter writer,
            Plan first, Layouts layouts, Counts counts, List<Sites.Choice> near, List<Sites.Choice> nearest) {
        this.planner = planner;
        this.plant = plant;
        this.asked = asked;
        this.request = request;
        this.writer = writer;
        this.first = first;
        this.layouts = layouts;
        this.counts = counts;
        this.near = near;
        this.nearest = nearest;
        wishes();
        Inputs.of(request, asked).forEach(input -> steps.add(moved(input)));
        steps.add(Step.of(this::band));
        if (request.rankBy().isMoney()) {
            steps.add(Step.of(this::prices));
        }
    }

    /** Questions that are searched one after another, and what is made of their answers. */
    private record Step(List<JsonObject> questions, List<Sites.Choice> sites, Consumer<List<Solved>> made) {

        static Step of(Runnable made) {
            return new Step(List.of(), List.of(), none -> made.run());
        }
    }

    private record Solving(SearchRequest request, Exploration exploration) {}

    private record Solved(SearchRequest request, PlanMaker maker, Optional<Plan> best) {}

    /** One input, moved. */
    private record Bar(String input, double low, double base, double high, Ends figures, OptionalInt[] servers, double swing) {}

    private record Ends(double low, double high) {}

    int size() {
        return steps.size();
    }

    int done() {
        return done;
    }

    boolean isDone() {
        return done == steps.size();
    }

    /** Some milliseconds: each search goes in steps of its own. */
    void step() {
        Step step = steps.get(done);
        try {
            if (solved.size() < step.questions().size()) {
                search(step);
            }
        } catch (RequestException refused) {
            next();
            return;
        }
        if (solved.size() == step.questions().size()) {
            step.made().accept(solved);
            next();
        }
    }

    private void next() {
        solved = new ArrayList<>();
        solving = null;
        done++;
    }

    private void search(Step step) {
        if (solving == null) {
            SearchRequest other = SearchRequestReader.read(step.questions().get(solved.size()), planner.catalog());
            solving = new Solving(other, new Exploration(planner, other, plant, layouts, counts, step.sites()));
        } else if (!solving.exploration().isDone()) {
            solving.exploration().step();
        }
        Exploration exploration = solving.exploration();
        if (exploration.isDone()) {
            solved.add(new Solved(solving.request(), exploration.maker(), exploration.ranked().stream().findFirst()));
            solving = null;
        }
    }

    private void wishes() {
        steps.add(Step.of(this::oneMoreServer));
        wish("looser-ttft", "slo", "ttftSeconds", LOOSER, 0);
        wish("looser-tpot", "slo", "tpotSeconds", LOOSER, 0);
        wish("ten-kilowatts-more", "budget", "powerWatts", 1, TEN_KILOWATTS);
        wish("one-more-rack", "budget", "racks", 1, 1);
        if (request.budget().purchase().isPresent()) {
            double more = request.budget().purchase().getAsDouble() * LOOSER;
            JsonObject money = new JsonObject.Builder()
                    .put("amount", more).put("currency", request.budget().currency().orElseThrow().name()).build();
            steps.add(change("ten-percent-more-budget", "budget", "purchase", money));
        }
        int spare = request.spareServers();
        if (spare > 0) {
            steps.add(change("no-spare-server", "redundancy", "spareServers", new JsonNumber(0)));
        }
        if (spare < 8) {
            steps.add(change("one-more-spare-server", "redundancy", "spareServers", new JsonNumber(spare + 1)));
        }
    }

    private void wish(String code, String parent, String name, double factor, double more) {
        Inputs.number(asked, parent, name).ifPresent(value ->
                steps.add(change(code, parent, name, new JsonNumber(value * factor + more))));
    }

    private Step change(String code, String parent, String name, Json value) {
        JsonObject.Builder change = new JsonObject.Builder()
                .put("code", code).put("change", Inputs.patch(parent, name, value));
        return new Step(List.of(Inputs.with(asked, parent, name, value)), near, answers -> {
            Solved answer = answers.get(0);
            answer.best().ifPresent(plan -> {
                change.put("plan", brief(plan));
                figureChange(plan.figure(), change);
                change.put("headroomDemand", new PlanWriter(planner, answer.request(), answer.maker()).carried(plan));
            });
            changes.add(change.build());
        });
    }

    private void figureChange(double then, JsonObject.Builder change) {
        if (then < Double.POSITIVE_INFINITY && first.figure() < Double.POSITIVE_INFINITY) {
            change.put("figureChange", then - first.figure());
            if (first.figure() != 0) {
                change.put("figureChangeFraction", then / first.figure() - 1);
            }
        }
    }

    /** The same plan on one more server: what more it carries. */
    private void oneMoreServer() {
        int replicas = first.sizing().placement().replicas(first.sizing().servers() + 1)
                - first.sizing().placement().replicas(first.sizing().servers());
        int carrying = first.sizing().replicasWithout(first.sizing().spareServers());
        int whole = first.sizing().placement().replicas(first.sizing().servers() - first.sizing().spareServers());
        JsonObject.Builder change = new JsonObject.Builder().put("code", "one-more-server");
        double each = carrying == 0 ? 0 : writer.carried(first) / carrying;
        changes.add(change.put("headroomDemand", each * (whole + replicas)).build());
    }

    private Step moved(Inputs.Input input) {
        return new Step(List.of(at(input, input.low()), at(input, input.high())), nearest, answers -> {
            Optional<Plan> low = answers.get(0).best();
            Optional<Plan> high = answers.get(1).best();
            bars.add(bar(input.path(), input.low(), input.base(), input.high(),
                    new Ends(figure(low), figure(high)), servers(low), servers(high)));
        });
    }

    private JsonObject at(Inputs.Input input, double value) {
        return Inputs.with(asked, input.parent(), input.name(), new JsonNumber(value));
    }

    private static double figure(Optional<Plan> plan) {
        return plan.isPresent() ? plan.get().figure() : Double.POSITIVE_INFINITY;
    }

    private static OptionalInt servers(Optional<Plan> plan) {
        return plan.isPresent() ? OptionalInt.of(plan.get().sizing().servers()) : OptionalInt.empty();
    }

    private Bar bar(String input, double low, double base, double high, Ends figures, OptionalInt atLow, OptionalInt atHigh) {
        return new Bar(input, low, base, high, figures, new OptionalInt[] {atLow, atHigh},
                Math.max(distance(figures.low()), distance(figures.high())));
    }

    private double distance(double figure) {
        return figure < Double.POSITIVE_INFINITY && first.figure() < Double.POSITIVE_INFINITY
                ? Math.abs(figure - first.figure()) : Double.POSITIVE_INFINITY;
    }

    /** The estimate itself, at both ends of its band. */
    private void band() {
        PlanMaker maker = writer.maker();
        double pessimistic = maker.pessimisticCapacity(first.best());
        if (pessimistic > 0) {
            Plan worse = maker.sized(first, pessimistic);
            bars.add(bar("estimate.band", first.best().quantiles().throughput().lowFraction(), 1,
                    first.best().quantiles().throughput().highFraction(),
                    new Ends(worse.figure(), first.figureAtBest()),
                    OptionalInt.of(worse.sizing().servers()), OptionalInt.empty()));
        }
    }

    /** All prices at their low and at their high ends. */
    private void prices() {
        bars.add(bar("prices", -1, 0, 1,
                new Ends(writer.maker().figureOfPrices(first, -1), writer.maker().figureOfPrices(first, 1)),
                OptionalInt.of(first.sizing().servers()), OptionalInt.of(first.sizing().servers())));
    }

    private static JsonObject brief(Plan plan) {
        JsonObject.Builder brief = new JsonObject.Builder().put("model", plan.group().modelId());
        plan.site().server().ifPresent(server -> brief.put("server", server.id()));
        brief.put("accelerator", plan.site().accelerator().id())
                .put("engine", plan.group().engine().code())
                .put("weights", plan.group().weights())
                .put("gpusPerReplica", plan.best().gpus())
                .put("replicas", plan.sizing().replicas())
                .put("servers", plan.sizing().servers());
        if (plan.figure() < Double.POSITIVE_INFINITY) {
            brief.put("figure", plan.figure());
        }
        return brief.build();
    }

    JsonArray changes() {
        return new JsonArray(changes);
    }

    /** At most eight, the widest first. */
    JsonArray tornado() {
        List<Bar> sorted = new ArrayList<>(bars);
        sorted.sort(Comparator.comparingDouble(bar -> -bar.swing()));
        List<Json> written = new ArrayList<>();
        for (Bar bar : sorted.subList(0, Math.min(MOST_INPUTS, sorted.size()))) {
            JsonObject.Builder one = new JsonObject.Builder()
                    .put("input", bar.input()).put("low", bar.low()).put("base", bar.base()).put("high", bar.high());
            if (bar.figures().low() < Double.POSITIVE_INFINITY) {
                one.put("lowFigure", bar.figures().low());
            }
            if (bar.figures().high() < Double.POSITIVE_INFINITY) {
                one.put("highFigure", bar.figures().high());
            }
            bar.servers()[0].ifPresent(servers -> one.put("lowServers", servers));
            bar.servers()[1].ifPresent(servers -> one.put("highServers", servers));
            if (bar.swing() < Double.POSITIVE_INFINITY) {
                one.put("swing", bar.swing());
            }
            written.add(one.build());
        }
        return new JsonArray(written);
    }
}
