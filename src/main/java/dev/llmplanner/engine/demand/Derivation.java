package dev.llmplanner.engine.demand;

import java.util.ArrayList;
import java.util.List;

/** Collects steps. Confined to one call. */
final class Derivation {

    private final List<Step> steps = new ArrayList<>();

    /** The value of the step. */
    double add(Step step) {
        steps.add(step);
        return step.value();
    }

    /** The demand that these steps lead to, grown to the planned month. */
    Demand demand(Demand.Kind kind, double peak, Growth growth) {
        if (growth.planMonth() == 0) {
            return new Demand(kind, peak, peak, steps);
        }
        double factor = growth.factor(growth.planMonth());
        double planned = add(Step.of(
                kind == Demand.Kind.CONCURRENCY ? "planned-concurrency" : "planned-requests-per-second", peak * factor)
                .with("peak", peak).with("growthFactor", factor).with("planMonth", growth.planMonth()));
        return new Demand(kind, planned, peak, steps);
    }
}
