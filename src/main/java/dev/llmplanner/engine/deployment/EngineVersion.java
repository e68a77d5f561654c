package dev.llmplanner.engine.deployment;

/**
 * Major and minor version of a serving engine.
 *
 * @param major ≥ 0
 * @param minor ≥ 0
 */
public record EngineVersion(int major, int minor) {

    /** Whether this version is the other or a later one. */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || major == otherMajor && minor >= otherMinor;
    }
}
