package dev.llmplanner.view.chart;

/**
 * A place in the plane.
 *
 * @param name stands beside it where there is room; blank where the series names it
 * @param says all that it stands for, with units: what is shown on pointing at it and what is read aloud
 */
public record Point(String name, Amount x, Amount y, String says) {
}
