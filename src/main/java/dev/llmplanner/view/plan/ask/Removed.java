package dev.llmplanner.view.plan.ask;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;

/** A choice was taken away, and its button with it: the focus goes to the list below. */
record Removed(Event event, String elementId) implements Event {
    @Override
    public Step<State> after(State state, Resources resources) {
        Step<State> step = event.after(state, resources);
        List<Effect> effects = new ArrayList<>(step.effects());
        effects.add(new Effect.Focus(elementId));
        return new Step<>(step.state(), effects);
    }
}
