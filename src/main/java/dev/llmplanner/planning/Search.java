package dev.llmplanner.planning;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search that runs in slices, so that a page can show how far it is, and stop it by asking no more.
 *
 * <p>Steps: the groups of deployments; then, from the first plans, the frontier and what other wishes would change. Plans are
 * there as soon as the groups are done. Not safe to share between threads.
 */
public final class Search {

    private static final int FRONTIER_REGIONS = 5;
    private static final int NEAR_PLANS = 4;
    private static final int NEAR_REJECTED = 4;
    private static final int NEAREST_PLANS = 2;

    private final CatalogPlanner planner;
    private final PlantCatalog plant;
    private final JsonObject asked;
    private final SearchRequest request;
    private final Layouts layouts = new Layouts();
    private final Counts counts = new Counts();
    private final Counts later = new Counts();
    private final Exploration exploration;
    private final Frontiers frontiers;
    private final PlanWriter writer;
    private final List<Group> onFrontier = new ArrayList<>();
    private final Set<String> frontierRegions = new LinkedHashSet<>();

    private List<Plan> ranked = List.of();
    private Optional<Explanation> explanation = Optional.empty();
    private boolean planned;
    private int frontierDone;

    private Search(CatalogPlanner planner, PlantCatalog plant, JsonObject asked) {
        this.planner = planner;
        this.plant = plant;
        this.asked = asked;
        this.request = SearchRequestReader.read(asked, planner.catalog());
        this.exploration = new Exploration(planner, request, plant, layouts, counts);
        this.frontiers = new Frontiers(request, layouts, later, exploration.maker());
        this.writer = new PlanWriter(planner, request, exploration.maker());
    }

    /**
     * Nothing searched yet.
     *
     * @throws RequestException where the request asks for what can't be
     */
    public static Search of(CatalogPlanner planner, PlantCatalog plant, JsonObject request) {
        return new Search(planner, plant, request);
    }

    /** The whole answer at once, by {@code search-result.schema.json}. */
    public static JsonObject answer(CatalogPlanner planner, PlantCatalog plant, JsonObject request) {
        Search search = of(planner, plant, request);
        while (!search.isDone()) {
            search.advance(1);
        }
        return search.result();
    }

    /**
     * Takes at most that many steps. A step is some milliseconds, of separate pools too.
     *
     * @throws RequestException where a model can't be read
     */
    public void advance(int steps) {
        for (int step = 0; step < steps && !isDone(); step++) {
            if (!exploration.isDone()) {
                exploration.step();
            } else if (!planned) {
                plan();
            } else if (frontierDone < onFrontier.size()) {
                frontier();
            } else {
                explanation.orElseThrow().step();
            }
        }
    }

    private void frontier() {
        if (frontiers.isDone()) {
            Group next = onFrontier.get(frontierDone);
            frontiers.begin(next, sitesOnFrontier(next));
        }
        if (!frontiers.isDone()) {
            frontiers.step();
        }
        frontierDone += frontiers.isDone() ? 1 : 0;
    }

    private void plan() {
        ranked = exploration.ranked();
        planned = true;
        for (Plan plan : ranked.subList(0, Math.min(FRONTIER_REGIONS, ranked.size()))) {
            frontierRegions.add(place(plan.group(), plan.site()));
        }
        for (GroupAnswer answer : exploration.answers()) {
            Group group = answer.group();
            // One that was searched in both modes has two answers, one after the other.
            boolean there = !onFrontier.isEmpty() && onFrontier.get(onFrontier.size() - 1) == group;
            if (!there && !sitesOnFrontier(group).isEmpty()) {
                onFrontier.add(group);
            }
        }
        if (!ranked.isEmpty()) {
            explanation = Optional.of(new Explanation(planner, plant, asked, request, writer, ranked.get(0), layouts, later,
                    near(NEAR_PLANS, true), near(NEAREST_PLANS, false)));
        }
    }

    private static String place(Group group, Site site) {
        return group.model() + " " + site.server().isPresent() + " " + site.id();
    }

    private List<Site> sitesOnFrontier(Group group) {
        List<Site> sites = new ArrayList<>();
        for (Site site : group.sites()) {
            if (frontierRegions.contains(place(group, site))) {
                sites.add(site);
            }
        }
        return sites;
    }

    /** The sites of the first plans, and of the rejected regions that miss least. */
    private List<Sites.Choice> near(int plans, boolean withRejected) {
        Set<Site> sites = new LinkedHashSet<>();
        for (Plan plan : ranked) {
            if (sites.size() < plans) {
                sites.add(plan.site());
            }
        }
        if (withRejected) {
            List<Region> rejected = Rejections.of(exploration.regions());
            int most = sites.size() + NEAR_REJECTED;
            for (Region region : rejected) {
                if (sites.size() < most && region.missedFraction() < 1 && region.furthest() != Constraint.MEMORY) {
                    sites.add(region.site);
                }
            }
        }
        List<Sites.Choice> choices = new ArrayList<>();
        sites.forEach(site -> choices.add(new Sites.Choice(site, Optional.empty())));
        return choices;
    }

    /** Parts of the whole that are done; a part may take several steps. */
    public int done() {
        return exploration.done() + (planned ? 1 : 0) + frontierDone + explanation.map(Explanation::done).orElse(0);
    }

    /** Parts of the whole, as far as they are known: those of the explanation are once there are plans. */
    public int size() {
        return exploration.size() + 1 + onFrontier.size() + explanation.map(Explanation::size).orElse(0);
    }

    /** Of all steps so far, those that explain included. */
    int work() {
        return counts.work() + later.work();
    }

    /** Whether plans are there; what explains them may follow. */
    public boolean hasPlans() {
        return planned;
    }

    public boolean isDone() {
        return planned && frontierDone == onFrontier.size()
                && (explanation.isEmpty() || explanation.get().isDone());
    }

    /** What is known so far. Before {@link #hasPlans} there is none. */
    public JsonObject result() {
        if (!planned) {
            throw new IllegalStateException("the groups aren't done: " + exploration.done() + " of " + exploration.size());
        }
        return new SearchResultWriter(request, exploration, ranked, writer, frontiers, explanation, counts).write();
    }
}
