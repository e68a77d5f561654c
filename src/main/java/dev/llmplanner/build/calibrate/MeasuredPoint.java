package dev.llmplanner.build.calibrate;

import dev.llmplanner.json.JsonObject;
import java.util.OptionalDouble;

/**
 * One measured row as a request with what was measured.
 *
 * @param request with nominal lengths, their factor, and the concurrency
 * @param version of the engine as the source prints it; blank for none
 * @param outputTokensPerSecondPerGpu where it was measured as such
 * @param date    blank for none
 */
public record MeasuredPoint(
        String id,
        JsonObject request,
        String version,
        OptionalDouble ttftSeconds,
        OptionalDouble tpotSeconds,
        OptionalDouble outputTokensPerSecondPerGpu,
        String date,
        String source) {}
