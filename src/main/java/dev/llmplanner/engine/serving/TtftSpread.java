package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.math.Exponential;

/**
 * How TTFT spreads over requests, given its mean parts.
 *
 * <p>Independent users: a share {@code ρ} of the requests waits for prefill, exponentially with mean {@code W/ρ}, so that
 * the wait's quantile is {@code (W/ρ)·ln(ρ/(1 − p))} beyond {@code 1 − ρ}. A closed loop: the first wave, twice the burst
 * fraction of all requests, waits evenly up to the whole wave's prefill. Ignored: that prompts differ in length.
 */
final class TtftSpread {

    private TtftSpread() {}

    /** The wait of independent users. */
    static double exponential(double meanWait, double utilisation, double quantile) {
        double beyond = 1 - quantile;
        return utilisation <= beyond ? 0 : meanWait / utilisation * Exponential.log(utilisation / beyond);
    }

    /** The wait of a closed loop. */
    static double even(double wave, double burstFraction, double quantile) {
        double firstWave = 2 * burstFraction;
        double beyond = 1 - quantile;
        return firstWave <= beyond ? 0 : wave * (1 - beyond / firstWave);
    }
}
