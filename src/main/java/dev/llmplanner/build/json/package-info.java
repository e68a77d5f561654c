/**
 * JSON text to and from the tree of {@code dev.llmplanner.json}, on the JVM.
 *
 * <p>Owns: the only use of Jackson for catalog, request and result text. Must not know: what the documents mean.
 * Start with {@link dev.llmplanner.build.json.JacksonJson}.
 */
package dev.llmplanner.build.json;
