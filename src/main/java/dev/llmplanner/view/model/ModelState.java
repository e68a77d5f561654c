package dev.llmplanner.view.model;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Work;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.record.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model's page keeps, and what can happen on it. */
final class ModelState {
    private static final Slot<Question> QUESTION = Slot.input("model-question", Question.INITIAL);
    private static final Slot<Fits> FITS = new Slot<>("model-fits", Fits.NONE);
    private static final Slot<Boolean> FACTS = new Slot<>("model-facts-open", false);

    private ModelState() {}

    static Question question(State state) {
        return state.get(QUESTION);
    }

    static State with(Question question, State state) {
        return state.with(QUESTION, question);
    }

    /** The replicas as far as they are computed for the present model and accelerator. */
    static Fits fits(State state) {
        Fits fits = state.get(FITS);
        return isOfPage(fits, state) ? fits : new Fits(state.route().id(), question(state).accelerator(), Map.of());
    }

    private static boolean isOfPage(Fits fits, State state) {
        return fits.isOf(state.route().id(), question(state).accelerator());
    }

    /** Whether the list of all facts is open. */
    static boolean factsOpen(State state) {
        return state.get(FACTS);
    }

    /** The event that computes the next replica, while one is missing. */
    static Optional<Event> due(State state, Resources resources) {
        return resources.planner().catalog().model(state.route().id())
                .filter(model -> state.route().place() == Route.Place.MODEL && model.architecture().isPresent())
                .flatMap(model -> fits(state).next(model))
                .map(precision -> new FitDue(state.route().id(), question(state).accelerator()));
    }

    /** Other terms were chosen. */
    record Asked(Question question) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            State asked = with(question, state);
            List<Effect> effects = new ArrayList<>();
            boolean sameDevice = question.accelerator().equals(ModelState.question(state).accelerator());
            if (!sameDevice) {
                due(asked, resources).ifPresent(event -> effects.add(new Effect.Later(0, event)));
            }
            return new Step<>(asked, effects);
        }
    }

    /** The next replica is to be computed, unless the reader has gone on. */
    record FitDue(String model, String accelerator) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Fits fits = fits(state);
            Optional<ModelEntry> entry = resources.planner().catalog().model(model);
            Optional<AcceleratorEntry> device = resources.planner().catalog().accelerator(accelerator);
            Optional<String> precision = entry.flatMap(fits::next);
            if (!fits.isOf(model, accelerator) || device.isEmpty() || precision.isEmpty()) {
                return Step.to(state);
            }
            Fits more = fits.with(precision.get(), entry.get(), device.get(), resources.planner());
            State computed = state.with(FITS, more);
            return more.next(entry.get()).isPresent()
                    ? Step.to(computed, new Effect.Later(0, this))
                    : Step.to(computed);
        }
    }

    /** The list of all facts was opened or closed. */
    record FactsToggled(boolean open) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(FACTS, open));
        }
    }

    /** A source is wanted: it stands in the list of all facts. */
    record SourceWanted(int number) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(FACTS, true), new Effect.Focus(References.id(number)));
        }
    }

    /** The name of a repository goes to the clipboard. */
    record NameCopied(String name) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Copy(name, new MessageDue("model.copied"),
                    new MessageDue("message.copy-failed")));
        }
    }

    /** The formula of a figure of that request is wanted. */
    record FormulaWanted(String figure, JsonObject request) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withWork(new Work(figure, Optional.empty(), false)),
                    new Effect.OpenDialog(Event.WORK),
                    new Effect.Focus("work-title"),
                    new Effect.Explain(state.get(Additions.SLOT).portable(request), WorkLoaded::new, new WorkFailed()));
        }
    }
}
