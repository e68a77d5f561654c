package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
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
        Browser.Callback open = () -> open(start, language);
        Browser.load(Resources.messagesFile(language), open, open);
    }

    private static void open(Start start, String language) {
        JsonObject bundle = (JsonObject) NativeJson.of(Browser.global("PLANNER_CATALOG"));
        JsonObject messages = (JsonObject) NativeJson.of(Browser.global(Resources.messagesGlobal(language)));
        Resources resources = new Resources(
                CatalogPlanner.of(bundle), bundle, Map.of(language, words(language, messages)), Page::words);
        new Runner<>(new PlannerProgram(resources), "app").open(start);
    }

    private static Words words(String language, JsonObject messages) {
        return new MessageWords(language, messages, new IntlFormatter(language));
    }
}
