package dev.llmplanner.view.chart;

import java.util.List;
import java.util.Optional;

/**
 * What moves a figure: for each input two bars from the middle, where it is lowered and where it is raised.
 *
 * @param changes of the figure, from the greatest fall to the greatest rise; its middle is no change
 * @param names   what the inputs are: the head of the table's first column
 * @param lowered the name of the bars of lowered inputs
 * @param raised  the name of the bars of raised inputs
 */
public record Tornado(Heading heading, Axis changes, String names, String lowered, String raised, List<Bar> bars)
        implements Chart {

    public Tornado {
        bars = List.copyOf(bars);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.tornado(this);
    }

    /**
     * One input.
     *
     * @param low  the change where it is lowered; absent where there is nothing to compare
     * @param high the change where it is raised
     */
    public record Bar(String name, Optional<End> low, Optional<End> high) {}

    /** One end: the change, and all that it stands for. */
    public record End(Amount amount, String says) {}
}
