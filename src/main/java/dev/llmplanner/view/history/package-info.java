/**
 * What the reader entered before, to go back to: undo, redo, reset, recent scenarios.
 *
 * <p>Owns: which changes of the state are inputs, and where one step ends. Must not know: pages. Start with
 * {@link dev.llmplanner.view.history.History}.
 */
package dev.llmplanner.view.history;
