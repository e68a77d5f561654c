/**
 * The report: what was decided, on what figures, at what cost, with which risks and assumptions.
 *
 * <p>Owns: its parts and their order, Markdown and JSON. Must not know: how a page shows it. Start with
 * {@link dev.llmplanner.handover.report.Report}.
 */
package dev.llmplanner.handover.report;
