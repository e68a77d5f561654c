/**
 * The page as data: an immutable tree of elements and texts.
 *
 * <p>Owns: the tree, the factory that is pleasant to write it with, and its text form for tests on the JVM. Must not
 * know: a browser, the application's state or its messages. {@code dev.llmplanner.browser} turns a tree into Preact
 * elements. Start with {@link dev.llmplanner.view.node.Html}.
 */
package dev.llmplanner.view.node;
