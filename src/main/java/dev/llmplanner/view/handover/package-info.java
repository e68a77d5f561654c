/**
 * The handover of a deployment: launch, files, acceptance test, bill of materials and report.
 *
 * <p>Owns: what is shown of the ring {@code handover}, and its words. Must not know: how a file is written. Start with
 * {@link dev.llmplanner.view.handover.HandoverWords}.
 */
package dev.llmplanner.view.handover;
