/**
 * Bundles published measurements for the page, the ES module and the command line.
 *
 * <p>Owns: which rows of {@code measurements/} become evidence, and in which form they travel. Must not know: distances. Start
 * with {@link dev.llmplanner.build.evidence.EvidenceFile}.
 */
package dev.llmplanner.build.evidence;
