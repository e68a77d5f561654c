/**
 * Prefill and decode composed into what a user feels: TTFT, TPOT, throughput, with bands.
 *
 * <p>Owns: the estimate of one deployment. Must not know: how it is asked for or shown. Start with
 * {@link dev.llmplanner.engine.serving.Estimator}.
 */
package dev.llmplanner.engine.serving;
