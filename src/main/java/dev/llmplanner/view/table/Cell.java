package dev.llmplanner.view.table;

import java.util.OptionalDouble;

/**
 * What stands in one cell, and where it stands when its column is sorted.
 *
 * @param text   for people
 * @param order  of a number
 * @param known  a missing fact comes last, whichever way the column is sorted
 * @param href   of the page behind it; blank for none
 * @param detail a smaller text under it; blank for none
 */
public record Cell(String text, OptionalDouble order, boolean known, String href, String detail) {

    /** A text, sorted as such. */
    public static Cell text(String text) {
        return new Cell(text, OptionalDouble.empty(), true, "", "");
    }

    /** A number as people read it. */
    public static Cell number(double value, String text) {
        return new Cell(text, OptionalDouble.of(value), true, "", "");
    }

    /** A fact that isn't known. */
    public static Cell missing(String text) {
        return new Cell(text, OptionalDouble.empty(), false, "", "");
    }

    /** The same cell as a link. */
    public Cell linked(String target) {
        return new Cell(text, order, known, target, detail);
    }

    /** The same cell with a smaller text under it. */
    public Cell with(String small) {
        return new Cell(text, order, known, href, small);
    }

    /** Ascending: numbers by size, texts by letters without regard to case. */
    public int compare(Cell other) {
        if (order.isPresent() && other.order.isPresent()) {
            return Double.compare(order.getAsDouble(), other.order.getAsDouble());
        }
        return text.toLowerCase().compareTo(other.text.toLowerCase());
    }
}
