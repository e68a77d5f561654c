/**
 * From users and service levels to ranked plans: the page, its state and what happens on it.
 *
 * <p>{@code ask} owns the fields and the request they make, {@code answer} what a result says, {@code chart} its charts,
 * {@code cost} purchase, plant and price book, {@code file} saved plans and their comparison. They take what to do as
 * functions and don't know this package. Start with {@link dev.llmplanner.view.plan.PlanSection}.
 */
package dev.llmplanner.view.plan;
