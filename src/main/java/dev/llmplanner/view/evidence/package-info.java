/**
 * Measurements on the page: the nearest ones beside an estimate.
 *
 * <p>Must not know: distances, which {@link dev.llmplanner.engine.evidence} measures. Start with
 * {@link dev.llmplanner.view.evidence.NearestView}.
 */
package dev.llmplanner.view.evidence;
