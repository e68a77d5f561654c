package dev.llmplanner.view.app;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.calculator.CalculatorPage;
import dev.llmplanner.view.guide.GuidePages;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.program.Program;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.record.RecordPage;
import dev.llmplanner.view.table.HardwarePage;
import dev.llmplanner.view.table.ModelsPage;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The LLM Deployment Planner as three pure functions. */
public final class PlannerProgram implements Program<State, Event> {
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";

    private final Resources resources;

    public PlannerProgram(Resources resources) {
        this.resources = resources;
    }

    /** The language in which the page opens: a link's, else the one chosen before, else the browser's. */
    public static String language(Start start) {
        String linked = Address.language(start.hash());
        String chosen = linked.isEmpty() ? start.stored().getOrDefault(LANGUAGE, "") : linked;
        return Resources.LANGUAGES.contains(chosen) ? chosen : Resources.bestLanguage(start.languages());
    }

    @Override
    public Step<State> start(Start start) {
        State state = State.initial(
                resources.words(),
                language(start),
                start.stored().containsKey(LANGUAGE),
                Frame.theme(start.stored().getOrDefault(THEME, "")));
        return Loading.whatIsNeeded(Address.open(start.hash(), state, resources));
    }

    @Override
    public Step<State> update(State state, Event event) {
        return event.after(state, resources);
    }

    @Override
    public Screen view(State state) {
        Scene scene = new Scene(state, resources);
        return new Screen(
                Frame.around(scene, page(scene)),
                title(scene),
                scene.words().language(),
                state.theme(),
                Address.of(state),
                stored(state));
    }

    @Override
    public Event hashChanged(String hash) {
        return new Event.Opened(hash);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        boolean searchable = state.route().place() == Route.Place.MODELS
                || state.route().place() == Route.Place.HARDWARE;
        return key.equals("/") && searchable ? Optional.of(new Event.Wanted("search")) : Optional.empty();
    }

    @Override
    public Event darkPreferred(boolean dark) {
        return new Event.Nothing();
    }

    private static Html page(Scene scene) {
        return switch (scene.state().route().place()) {
            case MODELS -> ModelsPage.of(scene);
            case HARDWARE -> HardwarePage.of(scene);
            case MODEL, ACCELERATOR, SERVER, FABRIC -> RecordPage.of(scene);
            case GUIDES -> GuidePages.list(scene);
            case GUIDE -> GuidePages.page(scene);
            case CALCULATOR -> CalculatorPage.of(scene);
        };
    }

    private static String title(Scene scene) {
        String page = switch (scene.state().route().place()) {
            case MODEL, ACCELERATOR, SERVER, FABRIC -> RecordPage.name(scene);
            case GUIDE -> GuidePages.name(scene);
            default -> scene.say("nav." + scene.state().route().place().code());
        };
        return scene.say("app.title-of", Arguments.of("page", page).and("app", scene.say("app.title")));
    }

    /** Only what the reader chose: the browser's preferences may change until the next visit. */
    private static Map<String, String> stored(State state) {
        Map<String, String> stored = new LinkedHashMap<>();
        if (state.languageChosen()) {
            stored.put(LANGUAGE, state.language());
        }
        if (state.theme() != Screen.Theme.SYSTEM) {
            stored.put(THEME, Frame.code(state.theme()));
        }
        return stored;
    }
}
