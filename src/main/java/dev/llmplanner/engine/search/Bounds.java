package dev.llmplanner.engine.search;

/**
 * What a deployment can't exceed, from one decode step. Each bound holds because decode steps never get shorter with more
 * sequences, and a step of n times the sequences takes at most n times as long: weights are moved once whatever their
 * number, and everything else grows at most in proportion. A property test holds both over random deployments.
 */
public final class Bounds {

    private Bounds() {}

    /**
     * The most requests in flight whose tokens can keep the limit.
     *
     * <p>Proof: {@code TPOT(c) ≥ D(c) ≥ D(h)·c/h} for {@code c ≤ h}, so {@code TPOT(c) ≤ t} needs {@code c ≤ h·t/D(h)}.
     *
     * @param held               sequences of the step, h
     * @param secondsPerToken    of the step alone, D(h)
     * @param tpotSeconds        limit t; may be infinite
     */
    public static double mostInFlight(double held, double secondsPerToken, double tpotSeconds) {
        return secondsPerToken <= tpotSeconds ? held : held * (tpotSeconds * Slo.NEAR / secondsPerToken);
    }

    /**
     * Requests per second that can't be exceeded with up to {@code held} in flight.
     *
     * <p>Proof: {@code X(c) = c / (TTFT + O·TPOT) ≤ c / (O·D(c)) ≤ h / (O·D(h))}, since {@code c/D(c)} never falls.
     *
     * @param outputTokens of an answer, O
     */
    public static double mostRequestsPerSecond(double held, double secondsPerToken, double outputTokens) {
        return held / (outputTokens * secondsPerToken);
    }
}
