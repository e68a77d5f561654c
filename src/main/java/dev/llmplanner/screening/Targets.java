package dev.llmplanner.screening;

import dev.llmplanner.engine.serving.Speed;
import java.util.OptionalDouble;

/**
 * What an answer may take, as means over requests; absent: anything.
 *
 * @param ttftSeconds time to first token, queueing included
 * @param tpotSeconds time per output token
 */
public record Targets(OptionalDouble ttftSeconds, OptionalDouble tpotSeconds) {

    /** No target. */
    public static final Targets NONE = new Targets(OptionalDouble.empty(), OptionalDouble.empty());

    /** Whether there is any. */
    boolean any() {
        return ttftSeconds.isPresent() || tpotSeconds.isPresent();
    }

    boolean ttftMet(Speed speed) {
        return ttftSeconds.isEmpty() || speed.ttftSeconds().mid() <= ttftSeconds.getAsDouble();
    }

    boolean tpotMet(Speed speed) {
        return tpotSeconds.isEmpty() || speed.tpotSeconds().mid() <= tpotSeconds.getAsDouble();
    }

    boolean met(Speed speed) {
        return ttftMet(speed) && tpotMet(speed);
    }
}
