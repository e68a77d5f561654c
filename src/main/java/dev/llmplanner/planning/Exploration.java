package dev.llmplanner.planning;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.engine.search.Ranking;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the groups of a request, one model on one class of sites at a time, and keeps the best plan of each region.
 * Confined to one search.
 */
final class Exploration {

    private final SearchRequest request;
    private final Space space;
    private final PlanMaker maker;
    private final Layouts layouts;
    private final Counts counts;
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, Region> byPlace = new LinkedHashMap<>();
    private final List<GroupAnswer> answers = new ArrayList<>();
    private int done;
    /** Those of the class at hand that are still to come; null before it is opened. */
    private Iterator<Group> groups;
    /** The search for separate pools that goes on; null where none does. */
    private PoolSearch pools;

    Exploration(CatalogPlanner planner, SearchRequest request, PlantCatalog facts, Layouts layouts, Counts counts) {
        this(request, new Space(planner, request), new Economy(request, facts), layouts, counts);
    }

    /** On these sites alone. */
    Exploration(
            CatalogPlanner planner, SearchRequest request, PlantCatalog facts, Layouts layouts, Counts counts,
            List<Sites.Choice> choices) {
        this(request, new Space(planner, request, choices), new Economy(request, facts), layouts, counts);
    }

    private Exploration(SearchRequest request, Space space, Economy economy, Layouts layouts, Counts counts) {
        this.request = request;
        this.space = space;
        this.maker = new PlanMaker(request, economy);
        this.layouts = layouts;
        this.counts = counts;
        for (int model = 0; model < request.models().size(); model++) {
            for (Sites.Choice choice : space.choices()) {
                Region region = new Region(model, space.modelId(model), choice.site());
                regions.add(region);
                byPlace.put(place(model, choice.site()), region);
                choice.refused().ifPresent(constraint -> region.reject(constraint, 0));
            }
        }
    }

    private static String place(int model, Site site) {
        return model + " " + site.server().isPresent() + " " + site.id();
    }

    PlanMaker maker() {
        return maker;
    }

    /** Classes of sites, once for each model. */
    int size() {
        return request.models().size() * space.classes().size();
    }

    /** Of these, those that are done. */
    int done() {
        return done;
    }

    boolean isDone() {
        return done == size();
    }

    /** Some milliseconds of one model on one class of sites: it is opened, then each group is searched, pools a bit at a time. */
    void step() {
        if (groups == null) {
            groups = open().iterator();
        } else if (pools == null) {
            search(groups.next());
        } else {
            pools.step();
        }
        if (pools != null && pools.isDone()) {
            take(pools.answer());
            pools = null;
        }
        if (pools == null && !groups.hasNext()) {
            groups = null;
            done++;
        }
    }

    private List<Group> open() {
        int classes = space.classes().size();
        int model = done / classes;
        List<Site> sites = space.classes().get(done % classes);
        Space.Opened opened = space.open(model, sites);
        for (Site site : sites) {
            Region region = region(model, site);
            opened.refused().forEach(region::reject);
            opened.contextTokens().ifPresent(tokens ->
                    region.came(Constraint.CONTEXT, tokens, request.contextTokens().orElse(0), "tokens"));
        }
        return opened.groups();
    }

    private void search(Group group) {
        if (group.inquiry().architecture().isEmpty()) {
            group.sites().forEach(site -> unknownModel(region(group.model(), site), group));
            return;
        }
        if (request.modes().contains("aggregated")) {
            take(new GroupSearch(request, group, layouts, counts).answer());
        }
        if (request.modes().contains("disaggregated")) {
            pools = new PoolSearch(request, group, layouts, counts);
        }
    }

    private static void unknownModel(Region region, Group group) {
        region.reject(Constraint.FACT, 1);
        region.missing.add(Finding.of(Severity.UNKNOWN, "architecture-unknown")
                .with("model", group.modelId())
                .with("file", "models-catalog/" + group.inquiry().model().vendor() + "/" + group.modelId() + ".json"));
    }

    private void take(GroupAnswer answer) {
        answers.add(answer);
        Group group = answer.group();
        counts.shared += answer.considered() * (group.sites().size() - 1);
        counts.deployments += answer.considered() * (group.sites().size() - 1);
        for (Site site : group.sites()) {
            Region region = region(group.model(), site);
            region.candidates += answer.considered();
            answer.byConstraint().forEach(region::reject);
            answer.missing().forEach(finding -> region.missing.add(group.inquiry().located(finding)));
            if (answer.best().isPresent()) {
                region.add(maker.plan(group, site, answer.best().get()));
            } else {
                Constraint furthest = answer.furthest().orElseThrow();
                region.reject(furthest, 0);
                region.came(furthest, answer.closest(), answer.limit(), furthest.unit());
            }
        }
    }

    private Region region(int model, Site site) {
        return byPlace.get(place(model, site));
    }

    List<Region> regions() {
        return regions;
    }

    /** That of the plan. */
    Region region(Plan plan) {
        return region(plan.group().model(), plan.site());
    }

    List<GroupAnswer> answers() {
        return answers;
    }

    /** The best plan of each region that has one, ranked. */
    List<Plan> ranked() {
        List<Plan> winners = new ArrayList<>();
        for (Region region : regions) {
            if (!region.plans.isEmpty()) {
                Plan kept = maker.kept(rank(region.plans).get(0));
                if (kept.broken().isEmpty()) {
                    winners.add(kept);
                }
            }
        }
        return rank(winners);
    }

    /** The best undecided plan of each region that has no other, ranked. */
    List<Plan> undecided() {
        List<Plan> open = new ArrayList<>();
        for (Region region : regions) {
            if (region.plans.isEmpty() && !region.undecided.isEmpty()) {
                open.add(maker.kept(rank(region.undecided).get(0)));
            }
        }
        return rank(open);
    }

    /**
     * Near ties (10⁻⁹) by fewer servers, fewer GPUs in use, more output, the model's place in the request, the server's id,
     * engine and precision.
     */
    private static List<Plan> rank(List<Plan> plans) {
        Comparator<Plan> order = Comparator.comparingInt((Plan plan) -> plan.sizing().servers())
                .thenComparingInt(plan -> plan.sizing().gpusNeeded())
                .thenComparing((a, b) -> byOutput(a, b))
                .thenComparingInt(plan -> plan.group().model())
                .thenComparing(plan -> plan.site().id())
                .thenComparingInt(plan -> plan.group().engine().ordinal())
                .thenComparing(plan -> plan.group().weights())
                .thenComparing(plan -> plan.group().kvCache());
        return Ranking.of(plans, Plan::figure, order);
    }

    private static int byOutput(Plan a, Plan b) {
        double more = b.best().output() - a.best().output();
        double near = 1e-9 * Math.max(Math.abs(a.best().output()), Math.abs(b.best().output()));
        return Math.abs(more) <= near ? 0 : more > 0 ? 1 : -1;
    }
}
