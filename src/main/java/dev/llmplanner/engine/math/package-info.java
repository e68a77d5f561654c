/**
 * Exponential and logarithm that give the same bits on every runtime.
 *
 * <p>Owns: what {@code java.lang.Math} computes differently in JavaScript and on the JVM. Must not know: anything else. Start
 * with {@link dev.llmplanner.engine.math.Exponential}.
 */
package dev.llmplanner.engine.math;
