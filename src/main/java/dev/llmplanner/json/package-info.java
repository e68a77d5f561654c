/**
 * A small immutable JSON tree that every ring speaks.
 *
 * <p>Owns: the tree and the cursor that reads it with a path for error messages. Must not know: any parser.
 * The JVM fills the tree with Jackson ({@code dev.llmplanner.build}), the browser with {@code JSON.parse}
 * ({@code dev.llmplanner.browser}). Start with {@link dev.llmplanner.json.Json}.
 */
package dev.llmplanner.json;
