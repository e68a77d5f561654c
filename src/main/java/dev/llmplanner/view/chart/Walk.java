package dev.llmplanner.view.chart;

import java.util.List;

/**
 * Where the reader is among the points of a drawing, and where an arrow key leads.
 *
 * @param counts points of each series; 0 for a series that says nothing
 * @param series of the present point; −1 before the first
 * @param index  of the present point in its series
 */
public record Walk(List<Integer> counts, int series, int index) {

    public Walk {
        counts = List.copyOf(counts);
    }

    /** Before the first point. */
    public static Walk before(List<Integer> counts) {
        return new Walk(counts, -1, 0);
    }

    /** Whether there is a present point. */
    public boolean isAtPoint() {
        return series >= 0 && series < counts.size() && index < counts.get(series);
    }

    /** Whether that key leads anywhere. */
    public static boolean isKey(String key) {
        return switch (key) {
            case "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End" -> true;
            default -> false;
        };
    }

    /** After that key; at the ends it stays. From before the first point every key leads to it. */
    public Walk after(String key) {
        if (!isAtPoint()) {
            return first();
        }
        return switch (key) {
            case "ArrowRight" -> index + 1 < counts.get(series) ? at(series, index + 1) : seriesFrom(1, false);
            case "ArrowLeft" -> index > 0 ? at(series, index - 1) : seriesFrom(-1, true);
            case "ArrowDown" -> sameIndex(1);
            case "ArrowUp" -> sameIndex(-1);
            case "Home" -> first();
            case "End" -> last();
            default -> this;
        };
    }

    /** At that point. */
    public Walk at(int nextSeries, int nextIndex) {
        return new Walk(counts, nextSeries, nextIndex);
    }

    private Walk first() {
        return at(-1, 0).seriesFrom(1, false);
    }

    private Walk last() {
        return at(counts.size(), 0).seriesFrom(-1, true);
    }

    private Walk seriesFrom(int step, boolean atItsEnd) {
        for (int next = series + step; next >= 0 && next < counts.size(); next += step) {
            if (counts.get(next) > 0) {
                return at(next, atItsEnd ? counts.get(next) - 1 : 0);
            }
        }
        return this;
    }

    private Walk sameIndex(int step) {
        Walk next = seriesFrom(step, false);
        return next == this ? this : at(next.series, Math.min(index, counts.get(next.series) - 1));
    }
}
