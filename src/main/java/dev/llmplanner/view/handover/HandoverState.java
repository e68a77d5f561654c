package dev.llmplanner.view.handover;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.plan.cost.OfferedRate;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;

/** What the page keeps, and what happens on it. */
final class HandoverState {

    private static final Slot<Entries> ENTRIES = Slot.input("handover", Entries.INITIAL);
    /** The reader's own currency was taken, and the rate that it needs wasn't there yet. */
    private static final Slot<Boolean> RATE_OPEN = new Slot<>("handover-rate-open", false);
    private static final Slot<Tab> TAB = new Slot<>("handover-tab", Tab.LAUNCH);

    /** Parts of the handover, one of which is shown. */
    enum Tab {
        LAUNCH("launch"),
        KUBERNETES("kubernetes"),
        COMPOSE("compose"),
        ACCEPTANCE("acceptance"),
        MATERIALS("materials"),
        REPORT("report");

        private final String code;

        Tab(String code) {
            this.code = code;
        }

        /** The name in messages and of the folder. */
        String code() {
            return code;
        }

        Tab next(int by) {
            return values()[(ordinal() + by + values().length) % values().length];
        }
    }

    private HandoverState() {}

    static Entries entries(State state) {
        Entries typed = state.get(ENTRIES);
        return state.get(RATE_OPEN) && typed.text(HandoverEntries.RATE).isBlank() ? OfferedRate.in(state)
                .map(rate -> typed.with(HandoverEntries.RATE, OfferedRate.text(rate, state.speech()))).orElse(typed) : typed;
    }

    /** Whether the rate of the reader's own currency may still come. */
    static boolean awaitsRate(State state) {
        return state.get(RATE_OPEN) && OfferedRate.isAwaited(state) && state.get(ENTRIES).text(HandoverEntries.RATE).isBlank();
    }

    static State with(Entries entries, State state) {
        return state.with(RATE_OPEN, awaitsRate(state)).with(ENTRIES, entries);
    }

    /** @param rateOpen whether the catalog's rate is taken where they hold none */
    static State opened(Entries entries, boolean rateOpen, State state) {
        return state.with(ENTRIES, entries).with(RATE_OPEN, rateOpen);
    }

    static Tab tab(State state) {
        return state.get(TAB);
    }

    static State with(Tab tab, State state) {
        return state.with(TAB, tab);
    }

    /** A field holds another text. */
    record Typed(Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(PlanOpening.fieldTyped(with(entries, state.withMessage(""))));
        }
    }

    /** Another part is to be shown. */
    record TabChosen(Tab tab) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(with(tab, state), new Effect.Focus("tab-" + tab.code()));
        }
    }

    /** A file's text goes to the clipboard. */
    record Copied(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Copy(text, new MessageDue("handover.copied"),
                    new MessageDue("message.copy-failed")));
        }
    }

    /** A file is wanted on disk. */
    record Wanted(Artifact file) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            return Step.to(state, file.text().isPresent()
                    ? new Effect.Download(name, "text/plain", file.text().get())
                    : new Effect.Save(name, "application/octet-stream", file));
        }
    }

    /** The report is to be printed. */
    record PrintWanted() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Print());
        }
    }
}
