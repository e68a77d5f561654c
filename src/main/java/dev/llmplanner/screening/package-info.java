/**
 * Many questions at once: every model on every accelerator, every model on one configuration, every model on a reference
 * device.
 *
 * <p>Owns: which questions are asked and in which order. Must not know: formulas, which are the engine's, and pages. Each
 * answer carries the request that the Calculator answers with the same figures. Start with
 * {@link dev.llmplanner.screening.Matrix}.
 */
package dev.llmplanner.screening;
