package dev.llmplanner.view.chart;

import java.util.List;

/**
 * Bars of the same parts, side by side.
 *
 * @param names what the bars are: the head of the table's first column
 * @param bars  their names
 * @param parts from zero outward, the same order in every bar
 */
public record StackedBars(Heading heading, Axis amounts, String names, List<String> bars, List<Part> parts)
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

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.stackedBars(this);
    }

    /** One part of every bar: an amount and what it says, bar by bar. */
    public record Part(String name, Ink ink, List<Amount> amounts, List<String> says) {

        public Part {
            amounts = List.copyOf(amounts);
            says = List.copyOf(says);
        }
    }
}
