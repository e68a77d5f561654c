package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.view.app.CalculatorEdition;

/** {@code app.js}: the first load. Reads the global that {@code catalog.js} sets and shows the Calculator. */
public final class Page {

    private Page() {
    }

    public static void main(String[] arguments) {
        Opening.of(new CalculatorEdition(), "", CatalogPlanner::ofReplicas, new Keeping.None(), new Searching.None());
    }
}
