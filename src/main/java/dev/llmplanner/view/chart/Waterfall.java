package dev.llmplanner.view.chart;

import java.util.List;

/**
 * Amounts that add up, one bar each, each from where the one before ends.
 *
 * @param names what the bars are: the head of the table's first column
 */
public record Waterfall(Heading heading, Axis amounts, String names, List<Bar> bars) implements Chart {

    public Waterfall {
        bars = List.copyOf(bars);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.waterfall(this);
    }

    /**
     * One amount.
     *
     * @param label stands at the bar's end
     * @param total whether the bar starts at zero: a sum, or an amount on its own
     */
    public record Bar(String name, Ink ink, Amount amount, String label, String says, boolean total) {
    }
}
