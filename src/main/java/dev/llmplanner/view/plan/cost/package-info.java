/**
 * What a plan costs, line by line, and the reader's own prices.
 *
 * <p>Owns: the bill of one plan, the price book's editor and its file. Must not know: how costs are computed. Start with
 * {@link dev.llmplanner.view.plan.cost.CostView}.
 */
package dev.llmplanner.view.plan.cost;
