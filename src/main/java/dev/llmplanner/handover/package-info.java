/**
 * What a team takes away from a plan: launch commands, manifests, an acceptance test, a bill of materials and a report.
 *
 * <p>Owns: the {@link dev.llmplanner.handover.Order}, and every text and file that is made from one. Must not know: pages,
 * how a plan was found, or the words of a language, which come in by {@link dev.llmplanner.handover.Wording}. Start with
 * {@link dev.llmplanner.handover.Orders}.
 */
package dev.llmplanner.handover;
