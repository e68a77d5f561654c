/**
 * How a replica is started: commands, settings and environment of each engine, and why each is there.
 *
 * <p>Owns: the translation of a layout, of precision and of limits into an engine's own options, all of which stand in
 * {@code handover-catalog/engines}. Must not know: containers. Start with {@link dev.llmplanner.handover.launch.Launcher}.
 */
package dev.llmplanner.handover.launch;
