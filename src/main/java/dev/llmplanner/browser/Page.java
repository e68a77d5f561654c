package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Planner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.PlannerProgram;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.text.MessageWords;
import dev.llmplanner.view.text.Words;
import java.util.Map;

/** The page: reads the global that {@code catalog.js} sets, loads the reader's language, and runs the application. */
public final class Page {

    private Page() {
    }

    public static void main(String[] arguments) {
        Start start = Runner.start();
        String language = PlannerProgram.language(start);
        Opening opening = new Opening(start, language);
        Browser.load(Resources.messagesFile(language), opening::open, opening::open);
        opening.prepare();
    }

    private static Words words(String language, JsonObject messages) {
        return new MessageWords(language, messages, new IntlFormatter(language));
    }

    /** Reads the catalog while the browser reads the messages, which it never finishes before the current turn ends. */
    private static final class Opening {
        private final Start start;
        private final String language;
        private JsonObject bundle;
        private Planner planner;

        Opening(Start start, String language) {
            this.start = start;
            this.language = language;
        }

        void prepare() {
            bundle = (JsonObject) NativeJson.of(Browser.global("PLANNER_CATALOG"));
            planner = CatalogPlanner.ofReplicas(bundle);
        }

        void open() {
            JsonObject messages = (JsonObject) NativeJson.of(Browser.global(Resources.messagesGlobal(language)));
            Resources resources =
                    new Resources(planner, bundle, Map.of(language, words(language, messages)), Page::words);
            new Runner<>(new PlannerProgram(resources), "app").open(start);
        }
    }
}
