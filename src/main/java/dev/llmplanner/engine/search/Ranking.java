package dev.llmplanner.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ranks by a figure of which less is better. Figures within 10⁻⁹ of the least one of their run count as equal and are put
 * in a documented order, so that every runtime ranks alike.
 */
public final class Ranking {

    private static final double NEAR = 1e-9;

    private Ranking() {}

    /**
     * The items, best first.
     *
     * @param figure    less is better; infinite where it isn't known
     * @param otherwise order of near ties
     */
    public static <T> List<T> of(List<T> items, ToDoubleFunction<T> figure, Comparator<T> otherwise) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort((a, b) -> Double.compare(figure.applyAsDouble(a), figure.applyAsDouble(b)));
        List<T> ranked = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            double least = figure.applyAsDouble(sorted.get(from));
            int to = from + 1;
            while (to < sorted.size() && near(least, figure.applyAsDouble(sorted.get(to)))) {
                to++;
            }
            List<T> equal = new ArrayList<>(sorted.subList(from, to));
            equal.sort(otherwise);
            ranked.addAll(equal);
            from = to;
        }
        return ranked;
    }

    private static boolean near(double least, double value) {
        return value == least || value - least <= NEAR * Math.abs(least);
    }

    /**
     * For each of the ranked, the number of its tie: one and the same as long as the first of the tie lies within what an
     * item's figure may be at best.
     *
     * @param atBest figure at the good end of the item's band
     */
    public static <T> int[] ties(List<T> ranked, ToDoubleFunction<T> figure, ToDoubleFunction<T> atBest) {
        int[] ties = new int[ranked.size()];
        double leader = 0;
        for (int place = 0; place < ties.length; place++) {
            T item = ranked.get(place);
            boolean tied = place > 0 && atBest.applyAsDouble(item) <= leader;
            ties[place] = place == 0 ? 1 : ties[place - 1] + (tied ? 0 : 1);
            if (!tied) {
                leader = figure.applyAsDouble(item);
            }
        }
        return ties;
    }
}
