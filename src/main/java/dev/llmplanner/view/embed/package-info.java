/**
 * The Calculator in a frame of another page.
 *
 * <p>Owns: the parameters in the frame's address, the messages to and from the page around it
 * ({@code docs/embedding.md}), what is left out. Must not know: how a message travels, or a browser. Start with
 * {@link dev.llmplanner.view.embed.EmbedProgram}.
 */
package dev.llmplanner.view.embed;
