package dev.llmplanner.engine.serving;

/**
 * How TTFT spreads over requests, given its mean parts.
 *
 * <p>Independent users: a share {@code ρ} of the requests waits for prefill, exponentially with mean {@code W/ρ}, so that
 * the wait's quantile is {@code (W/ρ)·ln(ρ/(1 − p))} beyond {@code 1 − ρ}. A closed loop: the first wave, twice the burst
 * fraction of all requests, waits evenly up to the whole wave's prefill. Ignored: that prompts differ in length.
 */
final class TtftSpread {

    private TtftSpread() {}

    /** The spread for independent users. */
    static Percentiles poisson(double withoutWaitSeconds, double meanWaitSeconds, double utilisationFraction) {
        return new Percentiles(
                withoutWaitSeconds + exponential(meanWaitSeconds, utilisationFraction, 0.5),
                withoutWaitSeconds + exponential(meanWaitSeconds, utilisationFraction, 0.95),
                withoutWaitSeconds + exponential(meanWaitSeconds, utilisationFraction, 0.99));
    }

    private static double exponential(double meanWait, double utilisation, double quantile) {
        double beyond = 1 - quantile;
        return utilisation <= beyond ? 0 : meanWait / utilisation * Math.log(utilisation / beyond);
    }

    /** The spread of a closed loop. */
    static Percentiles closedLoop(double withoutWaitSeconds, double waveSeconds, double burstFraction) {
        return new Percentiles(
                withoutWaitSeconds + even(waveSeconds, burstFraction, 0.5),
                withoutWaitSeconds + even(waveSeconds, burstFraction, 0.95),
                withoutWaitSeconds + even(waveSeconds, burstFraction, 0.99));
    }

    private static double even(double wave, double burstFraction, double quantile) {
        double firstWave = 2 * burstFraction;
        double beyond = 1 - quantile;
        return firstWave <= beyond ? 0 : wave * (1 - beyond / firstWave);
    }
}
