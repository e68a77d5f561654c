package dev.llmplanner.engine.evidence;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One published measurement.
 *
 * @param id       of its row
 * @param setting  what was measured
 * @param ttftSeconds mean over requests
 * @param tpotSeconds mean over requests
 * @param outputTokensPerSecondPerGpu all GPUs counted
 * @param engineVersion as the source prints it
 * @param date     ISO date or a prefix of one
 * @param source   index in the list of sources
 */
public record Measurement(
        String id,
        Setting setting,
        OptionalDouble ttftSeconds,
        OptionalDouble tpotSeconds,
        OptionalDouble outputTokensPerSecondPerGpu,
        Optional<String> engineVersion,
        Optional<String> date,
        int source) {}
