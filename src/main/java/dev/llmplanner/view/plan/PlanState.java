package dev.llmplanner.view.plan;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.plan.ask.PlanPatch;
import dev.llmplanner.view.plan.ask.PlanRequest;
import dev.llmplanner.view.plan.cost.OfferedRate;
import dev.llmplanner.view.plan.cost.OwnPrices;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the page keeps, and what can happen on it.
 *
 * <p>While a search runs, the fields may go on. A search that will soon be done is let finish, so that a slider that is being
 * drawn keeps changing the answer; one that takes longer gives way to the newest question.
 */
final class PlanState {
    /** Parts of the page below the table. */
    static final int PARTS = 8;

    private static final int PATIENCE_MILLISECONDS = 900;
    /** Until the rate is looked for again: a search reads the same file anyway. */
    private static final int RATE_MILLISECONDS = 120;

    /** Empty on a first visit, which differs by language. */
    private static final Slot<Optional<Entries>> ENTRIES = Slot.input("plan-entries", Optional.empty());
    /** The fields were changed before the catalog's rate was there, which they still lack. */
    private static final Slot<Boolean> RATE_OPEN = new Slot<>("plan-rate-open", false);
    private static final Slot<Pursuit> PURSUIT = new Slot<>("plan-pursuit", Pursuit.NONE);
    private static final Slot<Optional<Answered>> ANSWERED = new Slot<>("plan-answered", Optional.empty());
    private static final Slot<List<Answered>> STAGES = new Slot<>("plan-stages", List.of());
    private static final Slot<OwnPrices> PRICES = Slot.input("plan-prices", OwnPrices.NONE);
    private static final Slot<String> CHOSEN = Slot.input("plan-chosen", "");

    private PlanState() {
    }

    static Entries entries(State state) {
        Entries entries = state.get(ENTRIES).orElseGet(() -> PlanEntries.firstVisit(state.speech()));
        return !isRateOpen(entries, state) ? entries : OfferedRate.in(state)
                .map(rate -> entries.with(PlanEntries.EXCHANGE, OfferedRate.text(rate, state.speech()))).orElse(entries);
    }

    /** Whether the fields take the catalog's rate: those of a first visit in yuan. A link holds its own, or none. */
    private static boolean isRateOpen(Entries entries, State state) {
        return (state.get(ENTRIES).isEmpty() || state.get(RATE_OPEN)) && PlanEntries.lackRate(entries);
    }

    /** Whether they take it, and it isn't there yet. */
    private static boolean awaitsRate(State state) {
        return OfferedRate.isAwaited(state) && isRateOpen(entries(state), state);
    }

    /** The fields in the page's address. */
    static Map<String, String> link(State state) {
        return PlanEntries.link(state.get(ENTRIES).map(asked -> entries(state)));
    }

    /** @param entries empty on a first visit */
    static State opened(Optional<Entries> entries, State state) {
        return state.with(ENTRIES, entries).with(RATE_OPEN, false);
    }

    static State with(Entries entries, State state) {
        return state.with(RATE_OPEN, awaitsRate(state)).with(ENTRIES, Optional.of(entries));
    }

    /** The reader's own prices. */
    static OwnPrices prices(State state) {
        return state.get(PRICES);
    }

    static State with(OwnPrices prices, State state) {
        return state.with(PRICES, prices);
    }

    static Pursuit pursuit(State state) {
        return state.get(PURSUIT);
    }

    static Optional<Answered> answered(State state) {
        return state.get(ANSWERED);
    }

    /** What that part of the page below the table is drawn from; empty before the first whole answer. */
    static Optional<Answered> stage(int part, State state) {
        List<Answered> stages = state.get(STAGES);
        return part < stages.size() ? Optional.of(stages.get(part)) : Optional.empty();
    }

    /** The key of the plan that is shown in full; blank for the best. */
    static String chosen(State state) {
        return state.get(CHOSEN);
    }

    /** The request that the fields make; empty while one can't be used. */
    static Optional<JsonObject> request(State state, Resources resources) {
        return prices(state).anyProblem(state.speech()) ? Optional.empty()
                : PlanRequest.of(entries(state), state.speech(), prices(state).json(state.speech()));
    }

    /** Whether what is shown answers what the fields ask. */
    static boolean isCurrent(State state, Resources resources) {
        return answered(state).map(Answered::request).equals(request(state, resources))
                && answered(state).map(Answered::records).filter(Own.records(state).tree()::equals).isPresent();
    }

    static Optional<Event> due(State state) {
        return state.route().place() == Route.Place.PLAN ? Optional.of(new Begun()) : Optional.empty();
    }

    /** The step to an answer of what the fields ask, if one is missing. */
    private static Step<State> pursued(State state, Resources resources) {
        Optional<JsonObject> wanted = request(state, resources);
        Pursuit pursuit = pursuit(state);
        if (wanted.isEmpty() || awaitsRate(state)) {
            return Step.to(state);
        }
        if (pursuit.isRunning()) {
            boolean behind = !pursuit.running().equals(wanted);
            State next = state.with(PURSUIT, pursuit.behind(behind));
            return behind && !pursuit.behind()
                    ? Step.to(next, new Effect.Later(PATIENCE_MILLISECONDS, new Impatient(pursuit.serial())))
                    : Step.to(next);
        }
        boolean whole = isCurrent(state, resources) && answered(state).orElseThrow().whole();
        return whole ? Step.to(state) : begun(wanted.get(), state);
    }

    private static Step<State> begun(JsonObject request, State state) {
        Pursuit next = pursuit(state).begun(request);
        JsonObject.Builder question = new JsonObject.Builder().put("request", request);
        if (!Own.records(state).isEmpty()) {
            question.put("records", Own.records(state).tree());
        }
        return Step.to(state.with(PURSUIT, next),
                new Effect.Search(question.build(), told -> new Told(next.serial(), told)));
    }

    /** The page is shown. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            boolean waits = awaitsRate(state) && due(state).isPresent();
            return waits ? Step.to(state, new Effect.Later(RATE_MILLISECONDS, this)) : pursued(state, resources);
        }
    }

    /** The fields hold other texts. */
    record Asked(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return pursued(with(entries, state.withMessage("")), resources);
        }
    }

    /** A change of the request is taken over. */
    record Applied(JsonObject patch) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return PlanPatch.apply(entries(state), patch).map(entries -> changed(entries, state, resources))
                    .orElse(Step.to(state));
        }
    }

    /** A limit is loosened to what can be had. */
    record Loosened(String constraint, double closest) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return PlanPatch.loosened(entries(state), constraint, closest).map(entries -> changed(entries, state, resources))
                    .orElse(Step.to(state));
        }
    }

    /** The button that did it may be gone with the next answer: the focus goes to the answer. */
    private static Step<State> changed(Entries entries, State state, Resources resources) {
        Step<State> step = new Asked(entries).after(state, resources);
        List<Effect> effects = new ArrayList<>(step.effects());
        effects.add(new Effect.Focus("plan-best"));
        return new Step<>(step.state(), effects);
    }

    /** The reader has other prices. */
    record Priced(OwnPrices prices) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return pursued(with(prices, state.withMessage("")), resources);
        }
    }

    /** The search told something. */
    record Told(int serial, JsonObject told) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Pursuit pursuit = pursuit(state);
            if (pursuit.serial() != serial || !pursuit.isRunning()) {
                return Step.to(state);
            }
            if (told.get("progress").orElse(null) instanceof JsonObject progress) {
                return Step.to(state.with(PURSUIT, pursuit.at(progress)));
            }
            if (told.get("plans").orElse(null) instanceof JsonObject plans) {
                State known = state.with(ANSWERED,
                        Optional.of(new Answered(pursuit.running().orElseThrow(), Own.records(state).tree(), plans,
                                OptionalDouble.empty(), false)));
                Optional<JsonObject> wanted = request(state, resources);
                return pursuit.behind() && wanted.isPresent() ? begun(wanted.get(), known) : Step.to(known);
            }
            State ended;
            if (told.get("result").orElse(null) instanceof JsonObject result) {
                ended = state.with(ANSWERED, Optional.of(new Answered(pursuit.running().orElseThrow(),
                                Own.records(state).tree(), result, JsonCursor.of(told).findNumber("milliseconds"), true)))
                        .with(PURSUIT, pursuit.ended(Pursuit.End.ANSWERED, Optional.empty()));
            } else {
                Optional<JsonObject> refused = told.get("refused").map(JsonObject.class::cast);
                ended = state.with(PURSUIT, pursuit.ended(
                        refused.isPresent() ? Pursuit.End.REFUSED : Pursuit.End.FAILED, refused));
            }
            Step<State> step = pursuit.behind() ? pursued(ended, resources) : Step.to(ended);
            List<Effect> effects = new ArrayList<>(step.effects());
            effects.add(new Effect.Later(0, new Lowered(0)));
            return new Step<>(step.state(), effects);
        }
    }

    /**
     * The next part of the page below the table follows the answer. Each is drawn in a task of its own, so that none holds
     * the page for long.
     */
    record Lowered(int part) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Optional<Answered> answered = answered(state).filter(Answered::whole);
            if (answered.isEmpty() || part == PARTS) {
                return Step.to(state);
            }
            List<Answered> stages = new ArrayList<>(state.get(STAGES));
            if (part < stages.size()) {
                stages.set(part, answered.get());
            } else {
                stages.add(answered.get());
            }
            return Step.to(state.with(STAGES, List.copyOf(stages)), new Effect.Later(0, new Lowered(part + 1)));
        }
    }

    /** The fields have waited for a search that still runs. */
    record Impatient(int serial) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Pursuit pursuit = pursuit(state);
            Optional<JsonObject> wanted = request(state, resources);
            return pursuit.serial() == serial && pursuit.isRunning() && pursuit.behind() && wanted.isPresent()
                    ? begun(wanted.get(), state) : Step.to(state);
        }
    }

    /** The reader ends the search. */
    record Stopped() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(PURSUIT,
                    pursuit(state).behind(false).ended(Pursuit.End.STOPPED, Optional.empty())),
                    new Effect.StopSearch(), new Effect.Focus("plan-again"));
        }
    }

    /** The reader wants the search that was ended. */
    record Again() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Optional<JsonObject> wanted = request(state, resources);
            if (wanted.isEmpty()) {
                return Step.to(state);
            }
            Step<State> step = begun(wanted.get(), state);
            return Step.to(step.state(), step.effects().get(0), new Effect.Focus("plan-status"));
        }
    }

    /** Another plan is to be shown in full. */
    record Chosen(String key) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(CHOSEN, key));
        }
    }
}
