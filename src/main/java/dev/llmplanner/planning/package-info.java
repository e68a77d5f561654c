/**
 * From demand, service levels and budgets to ranked plans.
 *
 * <p>Owns: which deployments are asked about, which servers carry a demand, budgets, what rejects a region, what another
 * wish would change; the search contract as JSON. Must not know: formulas of speed, memory and cost, which are the
 * engine's, and pages. Start with {@link dev.llmplanner.planning.Search}.
 */
package dev.llmplanner.planning;
