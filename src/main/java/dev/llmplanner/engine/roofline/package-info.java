/**
 * Operators, calibrated efficiencies and collectives: the time of one forward pass.
 *
 * <p>Owns: what each layer kind launches, with FLOP and bytes, and how long that takes. Must not know: queues, users,
 * verdicts. Start with {@link dev.llmplanner.engine.roofline.ForwardPass}.
 */
package dev.llmplanner.engine.roofline;
