/**
 * The shown work: a figure's formula with its symbols, values and sources, in a dialog.
 *
 * <p>Owns: the button beside a figure, and the dialog. Must not know: how explanations are computed; they arrive as JSON by
 * the contract, from a script that is loaded when the first one is asked for. Start with
 * {@link dev.llmplanner.view.work.WorkDialog}.
 */
package dev.llmplanner.view.work;
