/**
 * How close estimates come to measurements: every scored row, with the figures of fits that never saw its group.
 *
 * <p>Must not know: how constants are fitted. Start with {@link dev.llmplanner.view.accuracy.AccuracySection}.
 */
package dev.llmplanner.view.accuracy;
