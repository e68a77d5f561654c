package dev.llmplanner.engine.explain;

import java.util.ArrayList;
import java.util.List;

/** Collects explanations; a small language for writing them down. */
final class Sheet {

    private final List<Explanation> explanations = new ArrayList<>();

    /** Begins the explanation of a figure. */
    Entry figure(String figure, String formula, double result, String unit) {
        return new Entry(figure, formula, result, unit);
    }

    List<Explanation> explanations() {
        return explanations;
    }

    /** One explanation in the making. */
    final class Entry {

        private final String figure;
        private final String formula;
        private final double result;
        private final String unit;
        private final List<Symbol> symbols = new ArrayList<>();

        private Entry(String figure, String formula, double result, String unit) {
            this.figure = figure;
            this.formula = formula;
            this.result = result;
            this.unit = unit;
        }

        Entry with(String name, double value, String unit, String source) {
            symbols.add(new Symbol(name, value, unit, source));
            return this;
        }

        /** A value that is itself explained. */
        Entry figure(String name, double value, String unit, String path) {
            return with(name, value, unit, "figure/" + path);
        }

        void done() {
            explanations.add(new Explanation(figure, formula, symbols, result, unit));
        }
    }
}
