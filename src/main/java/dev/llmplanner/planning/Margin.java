package dev.llmplanner.planning;

/**
 * How far a plan stays from a limit.
 *
 * @param unit of both
 */
record Margin(Constraint constraint, double value, double limit, String unit) {

    /** {@code (limit − value) / limit}; of a limit of 0, nothing is left. */
    double fraction() {
        return limit == 0 ? (value > 0 ? -1 : 0) : (limit - value) / limit;
    }

    /** Whether the value exceeds the limit, by more than 10⁻⁹ of it. */
    boolean isBroken() {
        return value > limit * (1 + 1e-9);
    }
}
