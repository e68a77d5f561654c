/**
 * What a person asks for: the fields of the Calculator as typed, and the ways from there to a request and to a link.
 *
 * <p>Owns: {@link dev.llmplanner.view.scenario.Field}, its default and its place in the contract's request. Must not
 * know: how a field looks, or what the answer is. Start with {@link dev.llmplanner.view.scenario.Scenario}.
 */
package dev.llmplanner.view.scenario;
