package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.app.Workbench;

/** {@code workbench.js}: every page, taking over from the first load where that leaves off. */
public final class WorkbenchPage {

    private WorkbenchPage() {
    }

    public static void main(String[] arguments) {
        ChartHost.install();
        Searches searches = new Searches();
        if (Route.parse(path(Browser.hash())).map(route -> route.place().section() == Route.Place.HARDWARE).orElse(false)) {
            // The worker reads its catalog beside the page, so that the matrix begins when the first table stands.
            searches.prepare();
        }
        Opening.of(new Workbench(), "workbench.css", CatalogPlanner::of, new KeptNodes(), searches);
    }

    private static String path(String hash) {
        int mark = hash.indexOf('?');
        return mark < 0 ? hash : hash.substring(0, mark);
    }
}
