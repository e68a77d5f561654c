/**
 * The answer in sight on every page: what the Calculator says to the present scenario, in one line.
 *
 * <p>Must not know: physics, or the pages that it stands above. Start with {@link dev.llmplanner.view.answer.AnswerBar}.
 */
package dev.llmplanner.view.answer;
