package dev.llmplanner.engine.memory;

/**
 * What the KV pool holds.
 *
 * @param bytesPerToken    bytes that grow with every token, on one GPU
 * @param bytesPerSequence bytes that a sequence holds whatever its length, on one GPU: recurrent state, and windows at
 *                         the length of the workload's longest request
 * @param tokenCapacity    tokens that the pools of all ranks hold
 * @param maxConcurrency   sequences of full length (input + output) that they hold
 * @param maxContextTokens longest sequence at the workload's concurrency, never beyond the model's own limit
 * @param runningBatch     sequences that decode together at mean occupancy
 */
public record KvCacheFigures(
        double bytesPerToken,
        double bytesPerSequence,
        double tokenCapacity,
        double maxConcurrency,
        double maxContextTokens,
        double runningBatch) {}
