package dev.llmplanner.browser;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Edition;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.PlannerProgram;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.text.MessageWords;
import dev.llmplanner.view.text.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Opens one edition: reads the catalog while the browser reads the messages and styles, and runs the application. */
final class Opening {
    private static final int SLICE = 8;
    private final Edition edition;
    private final String language;
    private final Keeping keeping;
    private final Searching searching;
    private JsonObject bundle;
    private CatalogPlanner planner;
    private int awaited;

    private Opening(Edition edition, String language, Keeping keeping, Searching searching) {
        this.edition = edition;
        this.language = language;
        this.keeping = keeping;
        this.searching = searching;
    }

    /**
     * Opens the edition in the page.
     *
     * @param styles  a style sheet of its own; blank for none
     * @param planner made from the bundle of catalogs
     * @param keeping shows kept elements again
     * @param searching answers searches
     */
    static void of(Edition edition, String styles, Function<JsonObject, CatalogPlanner> planner, Keeping keeping,
            Searching searching) {
        Opening opening = new Opening(edition, PlannerProgram.language(Runner.start()), keeping, searching);
        opening.awaited = styles.isEmpty() ? 1 : 2;
        Browser.load(edition.messagesFile(opening.language), opening::arrived, opening::arrived);
        if (!styles.isEmpty()) {
            Browser.loadStyles(styles, opening::arrived);
        }
        // The browser never finishes those before the current turn ends.
        opening.bundle = (JsonObject) NativeJson.lazily(Browser.global("PLANNER_CATALOG"));
        opening.planner = planner.apply(opening.bundle);
    }

    private void arrived() {
        awaited--;
        if (awaited > 0) {
            return;
        }
        JsonObject messages = (JsonObject) NativeJson.lazily(Browser.global(edition.messagesGlobal(language)));
        Resources resources = new Resources(
                planner, bundle, Map.of(language, words(language, messages)), Opening::words, new JsonText(), edition);
        Start start = Runner.start();
        Browser.endPredecessor();
        Browser.linkOnPaper();
        Runner<?, ?> runner = new Runner<>(new PlannerProgram(resources), "app", keeping, searching);
        runner.open(start);
        Catalog catalog = planner.catalog();
        readAhead(runner, List.of(catalog.models(), catalog.accelerators(), catalog.servers(), catalog.fabrics()), 0);
    }

    /** The records that the first screen did without, a few at a time: no list of options is to wait for all of them. */
    private static void readAhead(Runner<?, ?> runner, List<List<?>> records, int from) {
        Browser.idle(() -> {
            if (runner.isEnded()) {
                return;
            }
            int before = 0;
            for (List<?> kind : records) {
                for (int i = Math.max(0, from - before); i < kind.size() && before + i < from + SLICE; i++) {
                    kind.get(i);
                }
                before += kind.size();
            }
            if (from + SLICE < before) {
                readAhead(runner, records, from + SLICE);
            }
        });
    }

    private static Words words(String language, JsonObject messages) {
        return new MessageWords(language, messages, new PageFormatter());
    }
}
