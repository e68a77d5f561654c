package dev.llmplanner.view.plan;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;

/** The reader wants to enter something in a field elsewhere on the page. */
record Entering(String elementId) implements Event {
    @Override
    public Step<State> after(State state, Resources resources) {
        return Step.to(state, new Effect.Focus(elementId));
    }
}
