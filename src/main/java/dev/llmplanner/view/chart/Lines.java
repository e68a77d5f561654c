package dev.llmplanner.view.chart;

import java.util.List;

/**
 * One quantity against another, a line for each series, each named at its end.
 *
 * @param names what the lines are: the head of the table's first column
 */
public record Lines(Heading heading, Axis x, Axis y, String names, List<Line> lines) implements Chart {

    public Lines {
        lines = List.copyOf(lines);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.lines(this);
    }

    /** One series, its points in the order of x. */
    public record Line(String name, Ink ink, List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }
    }
}
