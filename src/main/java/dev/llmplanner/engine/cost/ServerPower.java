package dev.llmplanner.engine.cost;

/**
 * What one server draws at its plugs.
 *
 * @param idleWatts    powered on, model loaded, no requests
 * @param typicalWatts while it serves; what energy is paid for
 * @param peakWatts    the most it may draw; what racks and cooling are laid out for
 * @param idle         origin of {@code idleWatts}
 * @param typical      origin of {@code typicalWatts}
 * @param peak         published where the maker prints a maximum, else derived from the accelerators'
 */
public record ServerPower(Range idleWatts, Range typicalWatts, Range peakWatts, Origin idle, Origin typical, Origin peak) {}
