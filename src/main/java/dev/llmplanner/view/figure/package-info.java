/**
 * Figures for people: a value in base units becomes a text with a unit that suits it, in the reader's language.
 *
 * <p>Owns: the choice of unit and of digits. Must not know: pages. Start with
 * {@link dev.llmplanner.view.figure.Figures}.
 */
package dev.llmplanner.view.figure;
