/**
 * The test that a deployment passes before it is accepted: a load, and limits that are the plan's own figures.
 *
 * <p>Owns: the benchmark's command, limits, the check of a result, the Kubernetes job. Its result is a file that the ring
 * {@code benchmark} reads. Start with {@link dev.llmplanner.handover.acceptance.AcceptancePlan}.
 */
package dev.llmplanner.handover.acceptance;
