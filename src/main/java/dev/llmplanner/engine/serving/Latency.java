package dev.llmplanner.engine.serving;

/**
 * How soon answers come at one load, without what it is made of.
 *
 * @param ttftSeconds       at the quantile that was asked for
 * @param tpotSeconds       at the deviation that was asked for
 * @param requestsPerSecond that finish
 */
public record Latency(double ttftSeconds, double tpotSeconds, double requestsPerSecond) {}
