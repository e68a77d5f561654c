package dev.llmplanner.view;

import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;

/** Asks for the parts of the data that a page needs and the first load leaves out. */
public final class Loading {

    private Loading() {}

    /** The state with everything asked for that its page needs. */
    public static Step<State> whatIsNeeded(State state, Resources resources, Effect... first) {
        State asked = state;
        List<Effect> effects = new ArrayList<>(List.of(first));
        Edition edition = resources.edition();
        if (!state.words().containsKey(state.language())) {
            String language = state.language();
            effects.add(new Effect.Load(
                    edition.messagesFile(language),
                    edition.messagesGlobal(language),
                    data -> new Event.WordsLoaded(language, data),
                    new Event.WordsFailed()));
        }
        Route.Place place = state.route().place();
        edition.successor(state).ifPresent(effects::add);
        List<DataFile> files = new ArrayList<>(edition.section(place).files(state));
        files.addAll(edition.files(state));
        for (DataFile file : files) {
            if (wanted(file.in(asked))) {
                asked = file.put(Lazy.LOADING, asked);
                effects.add(file.load());
            }
        }
        edition.section(place).due(state, resources).ifPresent(event -> effects.add(new Effect.Later(0, event)));
        return new Step<>(asked, effects);
    }

    private static boolean wanted(Lazy part) {
        return part.status() == Lazy.Status.NOT_ASKED || part.status() == Lazy.Status.FAILED;
    }
}
