package dev.llmplanner.handover.launch;

import java.util.Optional;

/**
 * An option that an engine is known to have.
 *
 * @param name    as it is written: a flag, an environment variable, or the way to a setting
 * @param foundIn the oldest version of the engine in which it was looked up and found; absent where the source names none
 * @param source  where it was found: title and reference
 */
public record Option(String name, Optional<String> foundIn, String source) {}
