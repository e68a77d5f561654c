package dev.llmplanner.engine.deployment;

import java.util.OptionalDouble;

/**
 * Limits that the engine is started with.
 *
 * @param memoryFraction       share of device memory that the engine takes by its own rule, 0–1; absent where the engine
 *                             works it out from device and layout
 * @param maxModelLenTokens    longest sequence that the engine accepts
 * @param maxBatchedTokens     prompt tokens in one step
 * @param maxRunningSequences  sequences that one rank decodes together
 */
public record EngineLimits(
        OptionalDouble memoryFraction, double maxModelLenTokens, double maxBatchedTokens, double maxRunningSequences) {

    public EngineLimits(
            double memoryFraction, double maxModelLenTokens, double maxBatchedTokens, double maxRunningSequences) {
        this(OptionalDouble.of(memoryFraction), maxModelLenTokens, maxBatchedTokens, maxRunningSequences);
    }
}
