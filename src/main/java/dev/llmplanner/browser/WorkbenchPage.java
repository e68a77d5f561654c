package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.view.app.Workbench;

/** {@code workbench.js}: every page, taking over from the first load where that leaves off. */
public final class WorkbenchPage {

    private WorkbenchPage() {
    }

    public static void main(String[] arguments) {
        ChartHost.install();
        Opening.of(new Workbench(), "workbench.css", CatalogPlanner::of, new Searches());
    }
}
