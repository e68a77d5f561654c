/** The JSON tree from and to text on the JVM. Start with {@link dev.llmplanner.build.json.JacksonJson}. */
package dev.llmplanner.build.json;
