package dev.llmplanner.planning;

import dev.llmplanner.engine.serving.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One model on one kind of server: its plans, or what is in their way. Filled while a search runs. */
final class Region {

    final int model;
    final String modelId;
    final Site site;

    /** Deployments by what rejected them. */
    final Map<Constraint, Integer> byConstraint = new TreeMap<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Plan> undecided = new ArrayList<>();
    final List<Finding> missing = new ArrayList<>();
    int candidates;

    private Constraint furthest = Constraint.AVAILABILITY;
    private double closest = Double.NaN;
    private double limit = Double.NaN;
    private String unit = "";

    Region(int model, String modelId, Site site) {
        this.model = model;
        this.modelId = modelId;
        this.site = site;
    }

    void reject(Constraint constraint, int deployments) {
        byConstraint.merge(constraint, deployments, Integer::sum);
        if (constraint.compareTo(furthest) > 0) {
            furthest = constraint;
            closest = Double.NaN;
            limit = Double.NaN;
            unit = constraint.unit();
        }
    }

    /** How close a deployment came; the nearest of those that came furthest stays. */
    void came(Constraint constraint, double value, double asked, String inUnit) {
        if (constraint == furthest && !Double.isNaN(value)
                && (Double.isNaN(closest) || Math.abs(value - asked) < Math.abs(closest - limit))) {
            closest = value;
            limit = asked;
            unit = inUnit;
        }
    }

    void add(Plan plan) {
        Optional<Margin> broken = plan.broken();
        if (broken.isPresent()) {
            Margin margin = broken.get();
            reject(margin.constraint(), 1);
            came(margin.constraint(), margin.value(), margin.limit(), margin.unit());
        } else if (plan.facts().isEmpty()) {
            plans.add(plan);
        } else {
            undecided.add(plan);
        }
    }

    Constraint furthest() {
        return furthest;
    }

    double closest() {
        return closest;
    }

    double limit() {
        return limit;
    }

    String unit() {
        return unit;
    }

    /** By how much the nearest one misses, as a share of the limit; infinite where that isn't measured. */
    double missedFraction() {
        return Double.isNaN(closest) || limit == 0 ? Double.POSITIVE_INFINITY : Math.abs(closest - limit) / limit;
    }
}
