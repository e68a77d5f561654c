package dev.llmplanner.view.validator;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.Optional;

/** What the validator keeps, and what can happen on it. */
final class ValidatorState {
    static final Slot<Entries> ENTRIES = Slot.input("validator-entries", Entries.INITIAL);
    private static final Slot<Optional<Answers>> ANSWERS = new Slot<>("validator-answers", Optional.empty());

    private ValidatorState() {}

    static Entries entries(State state) {
        return state.get(ENTRIES);
    }

    static State with(Entries entries, State state) {
        return state.with(ENTRIES, entries);
    }

    static Optional<Answers> answers(State state) {
        return state.get(ANSWERS);
    }

    /** The question that the fields make; empty while one can't be used. */
    static Optional<Question> question(State state, Resources resources) {
        return ValidatorEntries.question(entries(state), resources.planner().catalog(), state.speech());
    }

    static Optional<Event> due(State state, Resources resources) {
        return state.route().place() == Route.Place.VALIDATOR ? Optional.of(new Begun()) : Optional.empty();
    }

    /** The page is shown: what is missing is to be computed. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Optional<Question> question = question(state, resources);
            if (question.isEmpty()) {
                return Step.to(state);
            }
            Optional<Answers> there = answers(state).filter(known -> known.question().sameAs(question.get()));
            Answers begun = there.orElseGet(() -> Answers.begun(resources.planner(), question.get()));
            State next = state.with(ANSWERS, Optional.of(begun));
            return begun.run().isDone()
                    ? Step.to(next) : Step.to(next, new Effect.Later(0, new Advanced(begun.question())));
        }
    }

    /** The fields hold other texts. */
    record Asked(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State asked = with(entries, state);
            boolean answered = answers(state).isPresent() && question(asked, resources)
                    .filter(answers(state).get().question()::sameAs).isPresent();
            return answered ? Step.to(asked) : new Begun().after(asked, resources);
        }
    }

    /** The next answers are to be computed, unless the reader has gone on. */
    record Advanced(Question question) implements Event {
        private static final int SLICE = 4;

        @Override
        public Step<State> after(State state, Resources resources) {
            Optional<Answers> answers = answers(state).filter(known -> known.question() == question);
            if (answers.isEmpty() || answers.get().run().isDone() || state.route().place() != Route.Place.VALIDATOR) {
                return Step.to(state);
            }
            Answers more = answers.get().advanced(SLICE);
            State next = state.with(ANSWERS, Optional.of(more));
            return more.run().isDone() ? Step.to(next) : Step.to(next, new Effect.Later(0, this));
        }
    }
}
