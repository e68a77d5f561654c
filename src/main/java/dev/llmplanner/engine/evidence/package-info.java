/**
 * Measurements beside an estimate: how far each lies from a deployment, and which lie nearest.
 *
 * <p>Owns: {@link dev.llmplanner.engine.evidence.Setting} and the distance between two. Must not know: where measurements are
 * kept, or how they are shown. Start with {@link dev.llmplanner.engine.evidence.Evidence}.
 */
package dev.llmplanner.engine.evidence;
