/**
 * Accelerators, and the links between them.
 *
 * <p>Owns: what a device can do, with unknown figures as absent values. Must not know: models, deployments, prices.
 * Start with {@link dev.llmplanner.engine.hardware.Accelerator}.
 */
package dev.llmplanner.engine.hardware;
