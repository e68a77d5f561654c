package dev.llmplanner.view.guide;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reader changed in the guide that is open.
 *
 * @param guide its slug
 * @param texts by {@code scenario.field}, or by the name of a chosen number
 */
record Edits(String guide, Map<String, String> texts) {
    private static final Slot<Edits> SLOT = Slot.input("guide-edits", new Edits("", Map.of()));

    Edits {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** Those of the open guide. */
    static Edits of(State state) {
        Edits edits = state.get(SLOT);
        String guide = state.route().id();
        return edits.guide.equals(guide) ? edits : new Edits(guide, Map.of());
    }

    static State put(Map<String, String> texts, State state) {
        return state.with(SLOT, new Edits(state.route().id(), texts));
    }

    /** Takes what can be an edit out of the texts of an address. */
    static State opened(Map<String, String> texts, State state, List<String> ignored) {
        Map<String, String> edits = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (isEdit(text.getKey(), text.getValue(), state)) {
                edits.put(text.getKey(), text.getValue());
            } else {
                ignored.add(text.getKey() + "=" + text.getValue());
            }
        }
        texts.clear();
        return put(edits, state);
    }

    private static boolean isEdit(String name, String text, State state) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return state.speech().parse(text).isPresent();
        }
        String key = name.substring(dot + 1);
        if (PlanEntries.ALL.stream().anyMatch(entry -> entry.name().equals(key)
                && (entry.kind() == Entry.Kind.COUNT || entry.kind() == Entry.Kind.NUMBER))) {
            return true;
        }
        Field field = Field.ofKey(key).orElse(null);
        return field != null && (field.kind() != Field.Kind.CHOICE || Choices.of(field).contains(text));
    }

    /** A field of a scenario, or a chosen number, holds another text. */
    record Typed(String name, String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Map<String, String> texts = new LinkedHashMap<>(of(state).texts());
            texts.put(name, text);
            return GuideSearches.pursued(put(texts, state), resources);
        }
    }

    /**
     * Fields of a search hold other texts.
     *
     * @param fields that its card offers
     */
    record Asked(String search, List<Entry> fields, Entries entries) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Map<String, String> texts = new LinkedHashMap<>(of(state).texts());
            fields.forEach(entry -> texts.put(search + "." + entry.name(), entries.text(entry)));
            return GuideSearches.pursued(put(texts, state), resources);
        }
    }

    /** Everything goes back to what the guide's author wrote. */
    record Reset(String focus) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Step<State> step = GuideSearches.pursued(put(Map.of(), state).withMessage("guide.was-reset"), resources);
            List<Effect> effects = new ArrayList<>(step.effects());
            effects.add(new Effect.Focus(focus));
            return new Step<>(step.state(), effects);
        }
    }
}
