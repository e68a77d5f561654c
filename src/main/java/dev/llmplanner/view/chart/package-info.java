/**
 * Charts as data: what is drawn, with the text of every number, and from it the drawing and the table.
 *
 * <p>Owns: the kinds of charts, their looks (colour, dash, symbol, pattern), the options for Apache ECharts, the table of the
 * same numbers, and the figure around both. Must not know: where numbers come from, or a browser.
 * {@code dev.llmplanner.browser.ChartHost} draws the options. Start with {@link dev.llmplanner.view.chart.Chart}.
 */
package dev.llmplanner.view.chart;
