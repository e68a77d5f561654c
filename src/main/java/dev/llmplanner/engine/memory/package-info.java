/**
 * Bytes: weights, KV cache, recurrent state, activations and run time, and what they leave.
 *
 * <p>Owns: every rule that turns an architecture and a layout into bytes on one GPU. Must not know: time. Start with
 * {@link dev.llmplanner.engine.memory.MemoryPlan}.
 */
package dev.llmplanner.engine.memory;
