/**
 * The request and the result as JSON: the ES module, the command line and the page all speak it.
 *
 * <p>Owns: reading and checking a request, filling in defaults, choosing a layout, finding remedies, writing a result.
 * Must not know: physics, the page. Start with {@link dev.llmplanner.contract.Planner}.
 */
package dev.llmplanner.contract;
