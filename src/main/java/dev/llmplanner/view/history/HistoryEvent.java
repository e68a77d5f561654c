package dev.llmplanner.view.history;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.List;
import java.util.Optional;

/** What the reader does with what was entered. */
public sealed interface HistoryEvent extends Event {

    @Override
    default boolean wantsGiven() {
        return true;
    }

    /** The last change is to be taken back. */
    record Undo() implements HistoryEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return History.of(state).past().isEmpty() ? Step.to(state)
                    : went(History.back(state), "tools.undone", state, resources);
        }
    }

    /** The last change that was taken back is to be made again. */
    record Redo() implements HistoryEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return History.of(state).future().isEmpty() ? Step.to(state)
                    : went(History.forward(state), "tools.redone", state, resources);
        }
    }

    /** Everything on the page goes back to its default. */
    record Reset() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State reset = Address.open(state.route().path(), state, resources)
                    .withLanguage(state.language(), state.languageChosen()).withMessage("message.reset");
            return Loading.whatIsNeeded(reset, resources, messageGoes());
        }
    }

    /** A change of an event, with the field that it is typed into. */
    record Typed(Event event, String stroke) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return event.after(state, resources);
        }
    }

    private static Step<State> went(History.Step step, String message, State state, Resources given) {
        State there = given.edition().undone(step.in(state), given);
        Resources known = there.get(Additions.SLOT).known(given);
        State answered = there.withScenario(step.to().scenario(), known).withIgnored(List.of()).withMessage(message);
        boolean stays = state.route().equals(answered.route());
        return stays
                ? Loading.whatIsNeeded(answered, known, messageGoes())
                : Loading.whatIsNeeded(answered, known, new Effect.Focus("heading"), messageGoes());
    }

    private static Effect messageGoes() {
        return new Effect.Later(4000, new MessageDue(""));
    }

    /** The step of a change's event; blank for one of its own. */
    static String stroke(Event event) {
        return event instanceof Typed typed ? typed.stroke() : "";
    }

    /** The event of a key of this kind. */
    static Optional<Event> of(State state, String key) {
        return switch (key) {
            case "Ctrl+z" -> History.of(state).past().isEmpty() ? Optional.empty() : Optional.of(new Undo());
            case "Ctrl+y", "Ctrl+Shift+z" ->
                    History.of(state).future().isEmpty() ? Optional.empty() : Optional.of(new Redo());
            default -> Dialogs.keyPressed(key);
        };
    }
}
