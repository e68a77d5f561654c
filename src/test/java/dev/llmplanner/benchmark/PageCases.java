package dev.llmplanner.benchmark;

import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Edition;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.app.Workbench;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page does before the browser draws it, on the JVM: a node tree is the result. */
final class PageCases {
    /** The first load's start: catalog, first estimate, tree. */
    static final String PAINT = "first paint";
    /** A letter more in the search of the Models view. */
    static final String FILTER = "filter";
    static final List<String> NAMES = List.of(PAINT, FILTER);

    private static final List<String> TYPED = List.of("d", "de", "dee", "deep", "deeps", "deepse", "deepsee", "deepseek", "");
    private static final Map<String, Words> WORDS = Map.of("en", JvmWords.read(Path.of(""), "en"));

    private final JsonObject bundle;
    private final Application models;
    private int typed;

    PageCases(int times) {
        this.bundle = SpeedCases.multiplied(TestCatalog.bundle(), times);
        this.models = open(new Workbench(), "models");
        models.settle();
    }

    private Application open(Edition edition, String hash) {
        return Application.open(
                new Resources(CatalogPlanner.ofReplicas(bundle), bundle, WORDS, JvmWords::of, new JacksonTexts(), edition),
                new Start(hash, List.of("en"), Map.of(), false, Optional.empty()));
    }

    /** Does it once; the length of the page's title, which stands when the tree does. */
    double run(String name) {
        if (name.equals(PAINT)) {
            return open(new CalculatorEdition(), "").screen().title().length();
        }
        models.type("search", TYPED.get(typed++ % TYPED.size()));
        return models.screen().title().length();
    }
}
