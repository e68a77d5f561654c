/**
 * The loop between a person and the page: state, event, effect, screen.
 *
 * <p>Owns: the port {@link dev.llmplanner.view.program.Program} that the application implements and a platform runs. Must
 * not know: the application, or a browser. {@code dev.llmplanner.browser} runs a program on the page; a test runs it on
 * the JVM by calling {@code start}, {@code update} and {@code view} itself.
 */
package dev.llmplanner.view.program;
