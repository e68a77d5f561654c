package dev.llmplanner.view.models;

import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that are compared side by side: a few ids, which stay while the reader filters and goes elsewhere. */
public final class Compared {

    /** As many as stand side by side on a page. */
    public static final int MOST = 4;

    private static final String IDS = "ids";
    private static final Slot<List<String>> SLOT = Slot.input("compared", List.of());

    private Compared() {}

    /** A model is compared if it wasn't, and the other way round. */
    public record Toggled(String id) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<String> ids = new ArrayList<>(in(state));
            if (ids.remove(id)) {
                return Step.to(state.with(SLOT, List.copyOf(ids)));
            }
            if (ids.size() == MOST) {
                return new MessageDue("compare.full").after(state, resources);
            }
            ids.add(id);
            return Step.to(state.with(SLOT, List.copyOf(ids)));
        }
    }

    /** A model is no longer compared, and the focus goes to an element that stays. */
    public record Removed(String id, String elementId) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<String> ids = new ArrayList<>(in(state));
            ids.remove(id);
            return Step.to(state.with(SLOT, List.copyOf(ids)), new Effect.Focus(elementId));
        }
    }

    /** No model is compared any longer. */
    record Cleared(String elementId) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(SLOT, List.of()), new Effect.Focus(elementId));
        }
    }

    /** Catalog ids, in the order in which they were added. */
    public static List<String> in(State state) {
        return state.get(SLOT);
    }

    /** The link to the comparison of what is compared, on the same reference. */
    static String href(State state) {
        return "#" + Address.of(state, link(state), Route.of(Route.Place.COMPARE));
    }

    static Map<String, String> link(State state) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!in(state).isEmpty()) {
            texts.put(IDS, ModelsLink.joined(in(state)));
        }
        texts.putAll(ModelsLink.write(state.get(ModelsState.SLOT).reference()));
        return texts;
    }

    /** What the texts name; without names, what was compared stays. */
    static State open(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        ModelsState view = state.get(ModelsState.SLOT);
        State opened = state.with(ModelsState.SLOT,
                view.withWrong(Map.of()).with(ModelsLink.reference(texts, state, resources, ignored)));
        String named = texts.remove(IDS);
        if (named == null) {
            return opened;
        }
        List<String> known = new Scene(state, resources).models().stream().map(model -> model.id()).toList();
        List<String> ids = new ArrayList<>();
        for (String id : ModelsLink.parts(named)) {
            if (!known.contains(id) || ids.size() == MOST) {
                ignored.add(IDS + "=" + id);
            } else if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return opened.with(SLOT, List.copyOf(ids));
    }
}
