/**
 * Charts of a planning result: speed for a user against what a GPU puts out and against cost, and what moves the answer.
 *
 * <p>Owns: which figures are drawn. Must not know: how charts are drawn. Start with
 * {@link dev.llmplanner.view.plan.chart.PlanCharts}.
 */
package dev.llmplanner.view.plan.chart;
