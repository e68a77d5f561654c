package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.OwnKind;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of own hardware keeps, and what happens on it. */
public final class OwnHardware {

    /** The record that is edited. */
    static final Slot<Optional<OwnForm>> FORM = Slot.input("own-hardware-form", Optional.empty());
    /** The record that the list to start from shows. */
    static final Slot<String> START = Slot.input("own-hardware-start", "");
    /** The record that was removed last, so that it can come back. */
    static final Slot<Optional<Removed>> REMOVED = new Slot<>("own-hardware-removed", Optional.empty());

    private static final int MESSAGE_MILLISECONDS = 4000;

    private OwnHardware() {}

    /** A record that was removed. */
    record Removed(String collection, String id, JsonObject record) {}

    /** The link that opens a copy of that record for editing. */
    public static String copyHref(String collection, String id) {
        return "#own-hardware?" + OwnHardwareSection.COPY + "=" + collection + "/" + id;
    }

    /** The state with a copy of that record open; the same state where there is none. */
    static State copied(String collection, String id, State state, Resources resources) {
        JsonObject original = Own.facts(collection, id, resources);
        if (original.members().isEmpty() || !OwnKind.HARDWARE.collections().contains(collection)) {
            return state;
        }
        String name = original.get("name").orElse(null) instanceof JsonString text ? text.value() : id;
        OwnForm form = new OwnForm(collection, "", original, Map.of(), false);
        return state.with(FORM, Optional.of(form.with("/name",
                state.speech().say("own.copy-of", Arguments.of("name", name)))));
    }

    /** Another record is to be copied. */
    record Copied(String collection, String id) implements Event {

        /** Of the record that a list names; of the catalog's first one while nothing was chosen. */
        static Event of(String path) {
            int slash = path.indexOf('/');
            return slash < 0 ? new FirstCopied() : new Copied(path.substring(0, slash), path.substring(slash + 1));
        }

        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(copied(collection, id, state, resources).withMessage(""), new Effect.Focus("own-form-title"));
        }
    }

    /** The first accelerator is to be copied. */
    record FirstCopied() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return new Copied("accelerators", resources.planner().catalog().accelerators().get(0).id())
                    .after(state, resources);
        }
    }

    /** Another record to start from was chosen. */
    record StartChosen(String path) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(START, path));
        }
    }

    /** A record of one's own is to be changed. */
    record Edited(String collection, String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            JsonObject record = Own.facts(collection, id, resources);
            return Step.to(state.withMessage("")
                            .with(FORM, Optional.of(new OwnForm(collection, id, record, Map.of(), false))),
                    new Effect.Focus("own-form-title"));
        }
    }

    /** A field of the form holds another text. */
    record Typed(String pointer, String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(FORM, state.get(FORM).map(form -> form.with(pointer, text))));
        }
    }

    /** The reader says that rates are dense. */
    record DenseSaid(boolean dense) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(FORM, state.get(FORM).map(form -> form.withDense(dense))));
        }
    }

    /** The form is to be saved; with a problem, the first wrong field gets the focus. */
    record Saved() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            OwnForm form = state.get(FORM).orElseThrow();
            List<FactProblem> problems = form.problems(state.speech(), resources.planner().catalog());
            if (!problems.isEmpty()) {
                return Step.to(state, new Effect.Focus(OwnFormView.fieldId(problems.get(0).pointer())));
            }
            JsonObject record = form.record(state.speech());
            String id = form.id().isEmpty()
                    ? Own.freeId(form.collection(), form.text("/name"), Own.records(state)) : form.id();
            State saved = Own.put(state, resources, form.collection(), id, record).with(FORM, Optional.empty());
            return Step.to(saved.withMessage("own.saved"), new Effect.Focus("own-" + id),
                    new Effect.Later(MESSAGE_MILLISECONDS, new Event.MessageDue("")));
        }
    }

    /** The form is closed without saving. */
    record Dismissed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(FORM, Optional.empty()), new Effect.Focus("heading"));
        }
    }

    /** A record is to go. An accelerator stays as long as a server of one's own has it. */
    record Removal(String collection, String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            JsonObject record = Own.facts(collection, id, resources);
            if (!Own.records(state).usersOf(id).isEmpty()) {
                return new Event.MessageDue("own.in-use").after(state, resources);
            }
            return Step.to(Own.without(state, resources, collection, id)
                            .with(REMOVED, Optional.of(new Removed(collection, id, record))),
                    new Effect.Focus("own-undo"));
        }
    }

    /** The record that was removed last comes back. */
    record Undone() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Removed removed = state.get(REMOVED).orElseThrow();
            return Step.to(Own.put(state, resources, removed.collection(), removed.id(), removed.record())
                    .with(REMOVED, Optional.empty()), new Effect.Focus("own-" + removed.id()));
        }
    }
}
