package dev.llmplanner.view.embed;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Program;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The embedded calculator as three pure functions. It opens by the parameters of its address alone, stores nothing, never
 * changes its address, and tells the page around it what {@code docs/embedding.md} says.
 */
public final class EmbedProgram implements Program<State, Event> {
    private final Resources resources;
    private final String planner;

    /**
     * @param planner address of the planner's own page, without a hash
     */
    public EmbedProgram(Resources resources, String planner) {
        this.resources = resources;
        this.planner = planner;
    }

    /** The language in which the frame opens: the address's, else the browser's. */
    public static String language(Start start) {
        return Parameters.language(start.hash()).orElse(Resources.bestLanguage(start.languages()));
    }

    @Override
    public Step<State> start(Start start) {
        State state = State.initial(resources.words(), language(start), false, Screen.Theme.SYSTEM)
                .with(Stored.TEXTS, start.stored());
        return told(state, opened(start.hash(), state, resources));
    }

    /** The state of that address, and ready. */
    static Step<State> opened(String address, State before, Resources resources) {
        Parameters parameters = Parameters.read(address, resources.planner().catalog());
        Counterpart counterpart = !parameters.open() ? Counterpart.NOBODY
                : parameters.origin().isEmpty() ? Counterpart.FIRST : Counterpart.of(parameters.origin());
        boolean named = !parameters.language().isEmpty();
        State fresh = State.initial(before.words(), named ? parameters.language() : before.language(), named, parameters.theme())
                .with(Stored.TEXTS, before.get(Stored.TEXTS));
        State opened = new Embedded(address, parameters, counterpart, 0, Optional.empty()).put(fresh)
                .withScenario(parameters.scenario(), resources);
        List<Effect> effects = new ArrayList<>();
        if (parameters.open()) {
            effects.addAll(EmbedEvents.greeted(opened, resources).effects());
        }
        return Loading.whatIsNeeded(opened, resources, effects.toArray(new Effect[0]));
    }

    @Override
    public Step<State> update(State state, Event event) {
        return told(state, event.after(state, resources));
    }

    /** The step with the change told, if there is one that the page around may know. */
    private Step<State> told(State before, Step<State> step) {
        State state = step.state();
        Embedded embedded = Embedded.in(state);
        Optional<Answer> answer = state.outcome().answer();
        if (!embedded.counterpart().settled() || answer.isEmpty() || !state.outcome().isCurrent()) {
            return step;
        }
        JsonObject change = Messages.change(Draft.of(state.scenario(), state.speech()).request(),
                planner + "#" + Address.of(state, state.scenario()), answer.get().estimate().verdict().code());
        if (embedded.told().equals(Optional.of(change))) {
            return step;
        }
        List<Effect> effects = new ArrayList<>(step.effects());
        effects.add(new Effect.Tell(embedded.counterpart().target(), change));
        return new Step<>(embedded.withTold(Optional.of(change)).put(state), effects);
    }

    @Override
    public Screen view(State state) {
        Scene scene = new Scene(state, resources);
        return new Screen(
                new EmbedPage(scene, planner).all(),
                scene.say("app.title"),
                scene.words().language(),
                state.theme(),
                Embedded.in(state).address(),
                state.get(Stored.TEXTS));
    }

    @Override
    public Event hashChanged(String hash) {
        return new EmbedEvents.Readdressed(hash);
    }

    @Override
    public Event darkPreferred(boolean dark) {
        return new Event.Nothing();
    }
}
