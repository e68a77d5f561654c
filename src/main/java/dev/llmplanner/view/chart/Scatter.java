package dev.llmplanner.view.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Points in the plane, each named beside it where there is room.
 *
 * @param names     what the points are: the head of the table's first column
 * @param agreement draws the line of equal x and y, with lines this factor above and below it; for what was measured
 *                  against what was estimated
 */
public record Scatter(Heading heading, Axis x, Axis y, String names, List<Group> groups, OptionalDouble agreement)
        implements Chart {

    public Scatter {
        groups = List.copyOf(groups);
    }

    /** Factors of the lines of agreement. */
    List<Double> factors() {
        return agreement().isEmpty() ? List.of() : List.of(1.0, agreement().getAsDouble(), 1 / agreement().getAsDouble());
    }

    /** The ends of the line {@code y = factor·x} in the plane; on logarithmic axes its parallels are straight too. */
    List<Point> agreeing(double factor) {
        double from = Math.max(x.lowest(), y.lowest() / factor);
        double to = Math.min(x.highest(), y.highest() / factor);
        return List.of(new Point("", new Amount(from, ""), new Amount(factor * from, ""), ""),
                new Point("", new Amount(to, ""), new Amount(factor * to, ""), ""));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scatter(this);
    }

    /**
     * Points of one kind.
     *
     * @param joined by a line, as the points of a frontier are
     */
    public record Group(String name, Ink ink, boolean joined, List<Point> points) {

        public Group {
            points = List.copyOf(points);
        }
    }
}
