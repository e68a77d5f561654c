package dev.llmplanner.view.chart;

import java.util.Objects;

/**
 * A number to draw, and the text that people read for it, in the unit that the axis or column names.
 *
 * @param value in the axis's unit
 * @param text  formatted for the reader, without the unit
 */
public record Amount(double value, String text) {

    public Amount {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a number to draw: " + text);
        }
        Objects.requireNonNull(text, "text");
    }
}
