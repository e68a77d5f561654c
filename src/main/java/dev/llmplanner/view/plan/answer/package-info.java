/**
 * What the result of a search says: the best plan, the ranked table, one plan in full, what would change it, what is left open,
 * what is out and why.
 *
 * <p>Reads a result as the contract has it. Must not know: the fields that asked, how the search ran. Start with
 * {@link dev.llmplanner.view.plan.answer.Plan}.
 */
package dev.llmplanner.view.plan.answer;
