package dev.llmplanner.view.chart;

/**
 * What any chart says of itself.
 *
 * @param id      unique on the page; also the name of an exported file
 * @param title   what is shown
 * @param summary one sentence: what the reader should take from it
 */
public record Heading(String id, String title, String summary) {
}
