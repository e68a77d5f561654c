/**
 * The application: every page put together behind the port that a platform runs.
 *
 * <p>Must not know: a browser. Start with {@link dev.llmplanner.view.app.PlannerProgram}.
 */
package dev.llmplanner.view.app;
