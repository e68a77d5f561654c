/**
 * The architecture of a model: groups of layers, what each layer computes, and the tensors it owns.
 *
 * <p>Owns: {@link dev.llmplanner.engine.model.Architecture}, the sealed
 * {@link dev.llmplanner.engine.model.Attention} and {@link dev.llmplanner.engine.model.FeedForward}, and the one list
 * of tensors from which parameters and weights are counted. Must not know: bytes, GPUs, time. Start with
 * {@link dev.llmplanner.engine.model.Architecture}.
 */
package dev.llmplanner.engine.model;
