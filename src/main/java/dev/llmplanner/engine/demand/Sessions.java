package dev.llmplanner.engine.demand;

/**
 * Agents that work in sessions of several turns; each turn sends all that went before.
 *
 * <p>With T turns, a first prompt of F tokens, A tokens added by each later turn and answers of O tokens, turn k has a
 * prompt of {@code F + (k − 1)(A + O)}, on average {@code F + (T − 1)/2 · (A + O)}. Of it the part before the last A tokens
 * was computed in the turn before; a share r of that is still cached:
 * {@code hits = r · Σ (F + (k − 1)(A + O) − A) / Σ prompts}, over turns 2 … T in the numerator and all in the denominator.
 * Ignored: that sessions differ in turns, and contexts that are cut.
 *
 * @param sessionsPerHour   that begin
 * @param turns             of one session, ≥ 1
 * @param firstInputTokens  prompt of the first turn
 * @param addedInputTokens  by each later one
 * @param reusedFraction    of what went before, [0, 1)
 * @param peakFactor        busiest minutes over the mean, ≥ 1
 */
public record Sessions(
        double sessionsPerHour,
        double turns,
        double firstInputTokens,
        double addedInputTokens,
        double reusedFraction,
        double peakFactor) {

    /** Mean prompt of a turn, tokens. */
    public double inputTokens(double outputTokens) {
        return firstInputTokens + (turns - 1) / 2 * (addedInputTokens + outputTokens);
    }

    /** Share of a mean prompt that is cached. */
    public double cachedFraction(double outputTokens) {
        double before = (turns - 1) * (firstInputTokens - addedInputTokens)
                + turns * (turns - 1) / 2 * (addedInputTokens + outputTokens);
        return Math.max(0, reusedFraction * before / (turns * inputTokens(outputTokens)));
    }

    /** Their demand, with answers of that many tokens. */
    public Demand demand(double outputTokens, Growth growth) {
        Derivation steps = new Derivation();
        steps.add(Step.of("session-input-tokens", inputTokens(outputTokens))
                .with("firstInputTokens", firstInputTokens).with("addedInputTokens", addedInputTokens)
                .with("turnsPerSession", turns).with("outputTokens", outputTokens));
        steps.add(Step.of("session-cached-fraction", cachedFraction(outputTokens))
                .with("reusedFraction", reusedFraction).with("turnsPerSession", turns));
        double sessions = steps.add(Step.of("sessions-per-second", sessionsPerHour / Users.SECONDS_PER_HOUR)
                .with("sessionsPerHour", sessionsPerHour));
        double mean = steps.add(Step.of("mean-requests-per-second", sessions * turns)
                .with("sessionsPerSecond", sessions).with("turnsPerSession", turns));
        double peak = steps.add(Step.of("peak-requests-per-second", mean * peakFactor)
                .with("meanRequestsPerSecond", mean).with("peakFactor", peakFactor));
        return steps.demand(Demand.Kind.REQUESTS_PER_SECOND, peak, growth);
    }
}
