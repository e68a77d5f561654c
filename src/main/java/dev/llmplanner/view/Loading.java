package dev.llmplanner.view;

import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;

/** Asks for the parts of the data that a page needs and the first load leaves out. */
public final class Loading {

    private Loading() {}

    /** The state with everything asked for that its page needs. */
    public static Step<State> whatIsNeeded(State state, Effect... first) {
        State asked = state;
        List<Effect> effects = new ArrayList<>(List.of(first));
        if (!state.words().containsKey(state.language())) {
            String language = state.language();
            effects.add(new Effect.Load(
                    Resources.messagesFile(language),
                    Resources.messagesGlobal(language),
                    data -> new Event.WordsLoaded(language, data),
                    new Event.WordsFailed()));
        }
        if (state.route().place().isRecord() && wanted(state.details())) {
            asked = asked.withDetails(Lazy.LOADING);
            effects.add(new Effect.Load(
                    "details.js", "PLANNER_DETAILS", Event.DetailsLoaded::new, new Event.DetailsFailed()));
        }
        if (state.route().place().section() == Route.Place.GUIDES && wanted(state.guides())) {
            asked = asked.withGuides(Lazy.LOADING);
            effects.add(new Effect.Load(
                    "guides.js", "PLANNER_GUIDES", Event.GuidesLoaded::new, new Event.GuidesFailed()));
        }
        return new Step<>(asked, effects);
    }

    private static boolean wanted(Lazy part) {
        return part.status() == Lazy.Status.NOT_ASKED || part.status() == Lazy.Status.FAILED;
    }
}
