package dev.llmplanner.engine.serving;

/**
 * What separate pools add to TTFT.
 *
 * @param fixedSeconds     beside everything else
 * @param prefillFactor    on a prompt's own prefill
 * @param burstFraction    on the queue of a first wave that arrives at once
 * @param transferFraction of the link's rate that a KV transfer reaches, (0, 1]
 */
public record PoolCalibration(
        double fixedSeconds, double prefillFactor, double burstFraction, double transferFraction) {}
