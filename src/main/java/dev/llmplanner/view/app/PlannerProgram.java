package dev.llmplanner.view.app;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Outcome;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.calculator.EvidencePanel;
import dev.llmplanner.view.history.Dialogs;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Program;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.ScenarioLink;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The LLM Deployment Planner as three pure functions. */
public final class PlannerProgram implements Program<State, Event> {
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String MOVED = "moved";
    private static final String DIALOG = "dialog";

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
                Frame.theme(start.stored().getOrDefault(THEME, "")))
                .with(Stored.TEXTS, start.stored())
                .with(Stored.REFUSED, !start.keeps());
        State begun = resources.edition().begun(state, resources);
        State opened = Address.open(start.hash(), begun, known(begun));
        if (start.kept().isEmpty()) {
            return Loading.whatIsNeeded(opened, known(opened));
        }
        Map<String, String> kept = new LinkedHashMap<>(start.kept().get());
        opened = resources.edition().restored(kept, opened);
        boolean moved = kept.remove(MOVED) != null;
        String dialog = kept.remove(DIALOG);
        Effect[] first = moved ? new Effect[] {new Effect.Focus(shown(opened) ? EvidencePanel.HEADING : "heading")}
                : new Effect[0];
        if (dialog != null) {
            opened = opened.with(Dialogs.OPEN, dialog);
            first = new Effect[] {new Effect.OpenDialog(dialog)};
        }
        State next = kept.isEmpty()
                ? opened
                : opened.withScenario(ScenarioLink.read(kept).scenario(), known(opened));
        return Loading.whatIsNeeded(resources.edition().noted(begun, next, new Event.Nothing()), known(next), first);
    }

    @Override
    public Step<State> update(State state, Event event) {
        Step<State> step = event.after(state, event.wantsGiven() ? resources : known(state));
        if (step.state() == state) {
            return step;
        }
        return new Step<>(resources.edition().noted(state, step.state(), event), step.effects());
    }

    @Override
    public Screen view(State state) {
        Scene scene = new Scene(state, known(state));
        return new Screen(
                Frame.around(scene, section(state).page(scene)),
                title(scene),
                scene.words().language(),
                state.theme(),
                Address.of(state, resources),
                stored(state));
    }

    @Override
    public Event hashChanged(String hash) {
        return new Event.Opened(hash);
    }

    @Override
    public Optional<Event> keyPressed(State state, String key) {
        Optional<Event> everywhere = resources.edition().keyPressed(state, key);
        return everywhere.isPresent() ? everywhere : section(state).keyPressed(state, key);
    }

    @Override
    public Event typed(Event event, String stroke) {
        return resources.edition().typed(event, stroke);
    }

    /**
     * The scenario as it stands, with texts that aren't answered; nothing where the address holds all of another. Who opened
     * the page elsewhere, so that the Calculator never answered, has not moved: the focus stays where it is.
     */
    @Override
    public Map<String, String> kept(State state) {
        boolean inAddress = state.route().place() == Route.Place.CALCULATOR
                && resources.edition().successor(state).isPresent() && !shown(state)
                && (state.get(Dialogs.OPEN).isEmpty() || Elsewhere.isAwaited(state));
        Map<String, String> kept = new LinkedHashMap<>(inAddress ? Map.of() : ScenarioLink.write(state.scenario()));
        if (!state.outcome().equals(Outcome.NONE)) {
            kept.put(MOVED, "");
        }
        if (!state.get(Dialogs.OPEN).isEmpty()) {
            kept.put(DIALOG, state.get(Dialogs.OPEN));
        }
        kept.putAll(resources.edition().kept(state));
        return kept;
    }

    @Override
    public Event darkPreferred(boolean dark) {
        return new Event.Nothing();
    }

    /** Whether measurements are wanted, which only the workbench can show. */
    private static boolean shown(State state) {
        return state.route().place() == Route.Place.CALCULATOR && state.get(EvidencePanel.OPEN);
    }

    private Resources known(State state) {
        return state.get(Additions.SLOT).known(resources);
    }

    private Section section(State state) {
        return resources.edition().section(state.route().place());
    }

    private String title(Scene scene) {
        return scene.say("app.title-of",
                Arguments.of("page", section(scene.state()).title(scene)).and("app", scene.say("app.title")));
    }

    /** Only what the reader chose: the browser's preferences may change until the next visit. */
    private static Map<String, String> stored(State state) {
        Map<String, String> stored = new LinkedHashMap<>(state.get(Stored.TEXTS));
        stored.remove(LANGUAGE);
        stored.remove(THEME);
        if (state.languageChosen()) {
            stored.put(LANGUAGE, state.language());
        }
        if (state.theme() != Screen.Theme.SYSTEM) {
            stored.put(THEME, Frame.code(state.theme()));
        }
        return stored;
    }
}
