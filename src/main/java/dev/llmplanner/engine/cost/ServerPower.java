package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * What one server draws at its plugs.
 *
 * @param idleWatts     powered on, without requests; absent where nobody measured it
 * @param typicalWatts  while it serves; what energy is paid for
 * @param peakWatts     the most it may draw; what racks and cooling are laid out for
 * @param typicalOrigin of {@code typicalWatts}
 * @param peakOrigin    published where the maker prints a maximum, else derived from the accelerators' power
 */
public record ServerPower(
        Optional<Range> idleWatts, Range typicalWatts, Range peakWatts, Origin typicalOrigin, Origin peakOrigin) {}
