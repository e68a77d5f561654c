package dev.llmplanner.engine.deployment;

/**
 * Limits that the engine is started with.
 *
 * @param memoryFraction       share of device memory that the engine takes by its own rule, 0–1
 * @param maxModelLenTokens    longest sequence that the engine accepts
 * @param maxBatchedTokens     prompt tokens in one step
 * @param maxRunningSequences  sequences that one rank decodes together
 */
public record EngineLimits(
        double memoryFraction, double maxModelLenTokens, double maxBatchedTokens, double maxRunningSequences) {}
