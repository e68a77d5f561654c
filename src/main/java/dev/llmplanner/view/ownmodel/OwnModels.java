package dev.llmplanner.view.ownmodel;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.models.Compared;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.OwnEvents;
import dev.llmplanner.view.own.OwnKind;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of own models keeps, and what happens on it. */
final class OwnModels {

    /** The collection of the catalog. */
    static final String MODELS = "models";

    /** The model that was read last. */
    static final Slot<Draft> DRAFT = Slot.input("own-model-draft", Draft.EMPTY);
    /** The text that is pasted, as it stands. */
    static final Slot<String> PASTED = Slot.input("own-model-pasted", "");
    /** What could not be used last. */
    static final Slot<Optional<Intake.Wrong>> WRONG = new Slot<>("own-model-wrong", Optional.empty());
    /** Whether files are held over the page. */
    static final Slot<Boolean> DRAGGING = new Slot<>("own-model-dragging", false);
    /** What the reader's models were read from during this visit, by id. */
    static final Slot<Map<String, Draft>> READ = Slot.input("own-model-read", Map.of());
    /** The model that was removed last, so that it can come back. */
    static final Slot<Optional<Removed>> REMOVED = new Slot<>("own-model-removed", Optional.empty());

    private static final int MESSAGE_MILLISECONDS = 4000;

    private OwnModels() {}

    /** A model that was removed. */
    record Removed(String id, JsonObject record) {}

    /** Files were chosen or dropped. */
    record Given(List<FileText> files) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Intake.Taken taken = Intake.of(files, state.get(DRAFT));
            State told = state.with(DRAGGING, false).with(WRONG, taken.wrong()).withMessage("");
            if (taken.records().isPresent()) {
                Step<State> step = new OwnEvents.Chosen(OwnKind.MODELS, taken.records().get()).after(told, resources);
                List<Effect> effects = new ArrayList<>(step.effects());
                effects.add(new Effect.Focus("own-file"));
                return new Step<>(step.state(), effects);
            }
            return taken.draft().isEmpty()
                    ? Step.to(told)
                    : Step.to(told.with(DRAFT, taken.draft().get()), new Effect.Focus("own-model-result"));
        }
    }

    /** The field for a text holds another one. */
    record Pasted(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(PASTED, text));
        }
    }

    /** The pasted text is to be read. */
    record PastedRead() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return new Given(List.of(new FileText("", state.get(PASTED)))).after(state, resources);
        }
    }

    /** Files are held over the page, or no longer. */
    record Dragged(boolean over) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAGGING, over));
        }
    }

    /** The model is to be called otherwise. */
    record Named(String name) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAFT, state.get(DRAFT).withName(name)));
        }
    }

    /** The model that was read is to stand among the reader's records. */
    record Used() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Draft draft = state.get(DRAFT);
            JsonObject record = draft.named().record();
            String id = idOf(draft, record, state);
            Map<String, Draft> read = new LinkedHashMap<>(state.get(READ));
            read.put(id, draft.withId(id));
            State used = Own.put(state, resources, MODELS, id, record)
                    .with(DRAFT, draft.withId(id)).with(READ, Map.copyOf(read)).with(REMOVED, Optional.empty());
            return Step.to(used.withMessage("own-model.used"), new Effect.Focus("own-" + id),
                    new Effect.Later(MESSAGE_MILLISECONDS, new MessageDue("")));
        }

        /** Its own, that of a record just like it, or a new one. */
        private static String idOf(Draft draft, JsonObject record, State state) {
            Map<String, Json> there = Own.records(state).of(MODELS);
            if (there.containsKey(draft.id())) {
                return draft.id();
            }
            for (Map.Entry<String, Json> entry : there.entrySet()) {
                if (entry.getValue().equals(record)) {
                    return entry.getKey();
                }
            }
            return Own.freeId(MODELS, draft.named().model().name(), Own.records(state));
        }
    }

    /** The page is to be as it was before anything was read. */
    record Dismissed() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAFT, Draft.EMPTY).with(PASTED, "").with(WRONG, Optional.empty()),
                    new Effect.Focus("heading"));
        }
    }

    /** What a model was read from is to be seen again. */
    record DerivationWanted(String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAFT, state.get(READ).get(id)), new Effect.Focus("own-model-result"));
        }
    }

    /** The file of one model is wanted; with its configuration, where that was read during this visit. */
    record FileWanted(String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            JsonObject record = Own.records(state).find(MODELS, id).orElseThrow();
            JsonObject file = ModelFile.of(record, Optional.ofNullable(state.get(READ).get(id)));
            return Step.to(state, new Effect.Download(id.substring(id.indexOf(':') + 1) + ".model.json",
                    "application/json", resources.json().write(file) + "\n"));
        }
    }

    /** A model is to go. */
    record Removal(String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            JsonObject record = Own.records(state).find(MODELS, id).orElseThrow();
            State next = Compared.in(state).contains(id)
                    ? new Compared.Removed(id, "own-undo").after(state, resources).state() : state;
            return Step.to(Own.without(next, resources, MODELS, id)
                    .with(REMOVED, Optional.of(new Removed(id, record))), new Effect.Focus("own-undo"));
        }
    }

    /** The model that was removed last comes back. */
    record Undone() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Removed removed = state.get(REMOVED).orElseThrow();
            return Step.to(Own.put(state, resources, MODELS, removed.id(), removed.record())
                    .with(REMOVED, Optional.empty()), new Effect.Focus("own-" + removed.id()));
        }
    }
}
