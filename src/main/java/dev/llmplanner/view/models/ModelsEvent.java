package dev.llmplanner.view.models;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in the Models view. Most of it is another view of the same rows. */
interface ModelsEvent extends Event {

    /** The view becomes that one. */
    record Changed(ModelsState next) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Drawn.again(state.with(ModelsState.SLOT, next));
        }
    }

    /** The view becomes that one, and the focus goes to an element, as the one that had it may be gone. */
    record ChangedAt(ModelsState next, String elementId) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Drawn.again(state.with(ModelsState.SLOT, next), new Effect.Focus(elementId));
        }
    }

    /** Another text is in the search field. */
    record Searched(String query) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Drawn.again(state.with(ModelsState.SLOT, state.get(ModelsState.SLOT).withQuery(query)));
        }
    }

    /** Another accelerator is the reference. */
    record AcceleratorChosen(String id) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            ModelsState view = state.get(ModelsState.SLOT);
            return recomputed(state.with(ModelsState.SLOT, view.with(view.reference().on(id))), resources);
        }
    }

    /** A number of the reference workload was typed; one that can't be taken stays in its field, marked. */
    record QuantityTyped(Quantity quantity, String text) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            ModelsState view = state.get(ModelsState.SLOT);
            Map<Quantity, String> wrong = new LinkedHashMap<>(view.wrong());
            int number = ModelsLink.number(text, quantity, state);
            if (number == 0) {
                wrong.put(quantity, text);
                return Step.to(state.with(ModelsState.SLOT, view.withWrong(wrong)));
            }
            wrong.remove(quantity);
            return recomputed(state.with(ModelsState.SLOT,
                    view.withWrong(wrong).with(view.reference().with(quantity, number))), resources);
        }
    }

    private static Step<State> recomputed(State state, Resources resources) {
        return Screened.due(state, resources)
                .map(due -> Step.to(state, new Effect.Later(0, due)))
                .orElseGet(() -> Step.to(state));
    }

    /** A row got the focus. */
    record RowFocused(String id) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(ModelsState.SLOT, state.get(ModelsState.SLOT).withActive(id)));
        }
    }

    /** The focus goes so many rows on from the active one; to the first where none is. */
    record RowStepped(ModelRows rows, int by) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<String> ids = rows.shown(new Scene(state, resources)).ids();
            if (ids.isEmpty()) {
                return Step.to(state);
            }
            int at = ids.indexOf(state.get(ModelsState.SLOT).active());
            int next = at < 0 ? (by > 0 ? 0 : ids.size() - 1) : Math.max(0, Math.min(ids.size() - 1, at + by));
            return rowWanted(Drawn.reaching(next, state), ids.get(next));
        }
    }

    /** The focus goes to the first row. */
    record FirstRowWanted(ModelRows rows) implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<String> ids = rows.shown(new Scene(state, resources)).ids();
            return ids.isEmpty() ? Step.to(state) : rowWanted(state, ids.get(0));
        }
    }

    private static Step<State> rowWanted(State state, String id) {
        return Step.to(state.with(ModelsState.SLOT, state.get(ModelsState.SLOT).withActive(id)),
                new Effect.Focus("row-" + id));
    }

    /** The active row is compared, or no longer. */
    record ActiveCompared() implements ModelsEvent {
        @Override
        public Step<State> after(State state, Resources resources) {
            String active = state.get(ModelsState.SLOT).active();
            return active.isEmpty() ? Step.to(state) : new Compared.Toggled(active).after(state, resources);
        }
    }
}
