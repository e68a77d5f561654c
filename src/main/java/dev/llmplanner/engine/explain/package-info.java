/**
 * The figures of an estimate once more, each with its formula's id, symbols, values and sources.
 *
 * <p>Owns: which symbols a figure is made of. Must not know: how a formula is written or shown; the expressions live in
 * {@code docs/model/formulas.json} under the same ids, and a test evaluates each with the symbols given here. Never on the
 * hot path. Start with {@link dev.llmplanner.engine.explain.Explainer}.
 */
package dev.llmplanner.engine.explain;
