package dev.llmplanner.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points that no other one beats in both figures: none has at least as much of both and more of one. Of points that are
 * the same in both (10⁻⁹) the first one stays.
 */
public final class Frontier {

    private static final double NEAR = 1e-9;

    private Frontier() {}

    /** Those of {@code points} by rising {@code first}; more is better of both. */
    public static <T> List<T> of(List<T> points, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
        List<T> sorted = new ArrayList<>(points);
        // Sorting is stable: equal points keep their order.
        sorted.sort((a, b) -> {
            int byFirst = Double.compare(first.applyAsDouble(b), first.applyAsDouble(a));
            return byFirst != 0 ? byFirst : Double.compare(second.applyAsDouble(b), second.applyAsDouble(a));
        });
        List<T> frontier = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (T point : sorted) {
            double value = second.applyAsDouble(point);
            if (frontier.isEmpty() || value > best + NEAR * Math.abs(best)) {
                frontier.add(0, point);
                best = value;
            }
        }
        return frontier;
    }
}
