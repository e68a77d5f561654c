package dev.llmplanner.engine.demand;

/**
 * A demand that is known.
 *
 * @param kind  of it
 * @param value at the peak, today
 */
public record Direct(Demand.Kind kind, double value) {

    /** The demand in the planned month. */
    public Demand demand(Growth growth) {
        Derivation steps = new Derivation();
        steps.add(Step.of(kind == Demand.Kind.CONCURRENCY ? "peak-concurrency" : "peak-requests-per-second", value));
        return steps.demand(kind, value, growth);
    }
}
