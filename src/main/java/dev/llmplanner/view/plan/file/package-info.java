/**
 * Plans beside one another, and plans in a file that opens again later.
 *
 * <p>Owns: the file's form and hash, what moved since it was saved and why, the comparison. Must not know: how a plan is
 * found. Start with {@link dev.llmplanner.view.plan.file.PlanFile}.
 */
package dev.llmplanner.view.plan.file;
