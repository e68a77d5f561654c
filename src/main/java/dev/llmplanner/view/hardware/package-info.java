/**
 * Accelerators, servers and fabrics as tables that are searched, filtered and sorted.
 *
 * <p>Owns: which facts of a device stand in a table, in which unit. Must not know: how a table is drawn. Start with
 * {@link dev.llmplanner.view.hardware.HardwareSection}.
 */
package dev.llmplanner.view.hardware;
