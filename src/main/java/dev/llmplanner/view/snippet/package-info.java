/**
 * The dialog that gives the HTML to embed the present scenario in another page.
 *
 * <p>Owns: the choices, the text, the dialog over the Calculator. Must not know: how the embedded calculator works; its
 * parameters are those of {@code docs/embedding.md}. Start with {@link dev.llmplanner.view.snippet.Snippet}.
 */
package dev.llmplanner.view.snippet;
