package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.embed.EmbedEdition;
import dev.llmplanner.view.embed.EmbedEvents;
import dev.llmplanner.view.embed.EmbedProgram;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.text.MessageWords;
import dev.llmplanner.view.text.Words;
import java.util.Map;
import java.util.Optional;

/** {@code embed.js}: the Calculator in a frame of another page. */
public final class EmbeddedPage {
    private static final String MARK = "llmPlanner";
    private static final String PLANNER = "index.html";

    private EmbeddedPage() {
    }

    public static void main(String[] arguments) {
        Start browser = Runner.start();
        Start start = new Start(ParentPage.parameters(), browser.languages(), browser.stored(), browser.dark(), Optional.empty());
        EmbedEdition edition = new EmbedEdition();
        String language = EmbedProgram.language(start);
        Browser.Callback open = () -> open(edition, language, start);
        Browser.load(edition.messagesFile(language), open, open);
    }

    private static void open(EmbedEdition edition, String language, Start start) {
        JsonObject bundle = (JsonObject) NativeJson.lazily(Browser.global("PLANNER_CATALOG"));
        JsonObject messages = (JsonObject) NativeJson.lazily(Browser.global(edition.messagesGlobal(language)));
        Resources resources = new Resources(CatalogPlanner.ofReplicas(bundle), bundle, Map.of(language, words(language, messages)),
                EmbeddedPage::words, new JsonText(), edition);
        Runner<State, Event> runner = new Runner<>(new EmbedProgram(resources, ParentPage.beside(PLANNER)), "app",
                new Keeping.None(), new Searching.None());
        runner.open(start);
        ParentPage.onMessage(MARK, (origin, text) -> runner.send(new EmbedEvents.Heard(origin, text)));
        ParentPage.onHeight(pixels -> runner.send(new EmbedEvents.Measured(pixels)));
    }

    private static Words words(String language, JsonObject messages) {
        return new MessageWords(language, messages, new PageFormatter());
    }
}
