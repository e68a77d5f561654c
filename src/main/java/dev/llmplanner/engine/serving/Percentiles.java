package dev.llmplanner.engine.serving;

/**
 * The spread of a latency over requests of the workload's mean lengths.
 *
 * @param p50Seconds half of the requests are faster
 * @param p95Seconds 95 % are
 * @param p99Seconds 99 % are
 */
public record Percentiles(double p50Seconds, double p95Seconds, double p99Seconds) {}
