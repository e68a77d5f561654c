package dev.llmplanner.view.history;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.Optional;

/** The dialogs that every page has. The first load knows that they are wanted; the workbench shows them. */
public final class Dialogs {
    /** All keys that mean something. */
    public static final String HELP = "help";
    /** The scenarios that were worked on last. */
    public static final String RECENT = "recent";
    /** The one that is open; blank for none. */
    public static final Slot<String> OPEN = new Slot<>("dialog", "");

    private Dialogs() {}

    /** What a key opens. */
    public static Optional<Event> keyPressed(String key) {
        return key.equals("?") ? Optional.of(new Wanted(HELP)) : Optional.empty();
    }

    /** A dialog is to be opened. */
    public record Wanted(String name) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Loading.whatIsNeeded(state.with(OPEN, name), resources, new Effect.OpenDialog(name));
        }
    }

    /** The reader is done with it. */
    public record Dismissed(String name) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.CloseDialog(name));
        }
    }

    /** It closed, by a button or by the Escape key. */
    public record Closed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(OPEN, ""));
        }
    }
}
