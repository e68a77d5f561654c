package dev.llmplanner.engine.explain;

import java.util.List;

/**
 * How one figure came about.
 *
 * @param figure  path of the figure in a result
 * @param formula id of its formula
 * @param symbols what the formula takes
 * @param result  the figure
 * @param unit    its unit
 */
public record Explanation(String figure, String formula, List<Symbol> symbols, double result, String unit) {

    public Explanation {
        symbols = List.copyOf(symbols);
    }
}
