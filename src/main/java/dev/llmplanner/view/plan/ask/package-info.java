/**
 * The fields of a planning question, and the request that they make.
 *
 * <p>Owns: names, defaults and bounds of the fields, sliders beside numbers, lists of several choices, the derivation of the
 * demand as lines. Must not know: how a search runs, what it finds. Start with
 * {@link dev.llmplanner.view.plan.ask.PlanEntries}.
 */
package dev.llmplanner.view.plan.ask;
