package dev.llmplanner.view.chart;

import java.util.List;
import java.util.Optional;

/**
 * Bars of the same parts, side by side.
 *
 * @param names what the bars are: the head of the table's first column
 * @param bars  their names
 * @param parts from zero outward, the same order in every bar
 * @param limit what no bar should pass: a dashed line across them, and a column of the table
 */
public record StackedBars(
        Heading heading, Axis amounts, String names, List<String> bars, List<Part> parts, Optional<Limit> limit)
        implements Chart {

    public StackedBars {
        bars = List.copyOf(bars);
        parts = List.copyOf(parts);
        for (Part part : parts) {
            if (part.amounts().size() != bars.size() || part.says().size() != bars.size()) {
                throw new IllegalArgumentException(part.name() + " needs an amount for each bar");
            }
        }
    }

    /** Bars without a limit. */
    public StackedBars(Heading heading, Axis amounts, String names, List<String> bars, List<Part> parts) {
        this(heading, amounts, names, bars, parts, Optional.empty());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.stackedBars(this);
    }

    /** One amount for all bars. */
    public record Limit(String name, Amount amount) {
    }

    /** One part of every bar: an amount and what it says, bar by bar. */
    public record Part(String name, Ink ink, List<Amount> amounts, List<String> says) {

        public Part {
            amounts = List.copyOf(amounts);
            says = List.copyOf(says);
        }
    }
}
