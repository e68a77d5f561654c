package dev.llmplanner.view.own;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page that answers a form: its fields stand in the address, and the key {@code /} goes to its search. */
public abstract class FieldsSection implements Section {
    private static final String SEARCH = "entry-q";

    private final FieldsAddress address;

    /** @param address of its fields */
    protected FieldsSection(FieldsAddress address) {
        this.address = address;
    }

    @Override
    public final Map<String, String> link(State state) {
        return address.link(state);
    }

    @Override
    public final State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return address.opened(texts, state, resources, ignored);
    }

    @Override
    public final Optional<Event> keyPressed(State state, String key) {
        return key.equals("/") ? Optional.of(new Event.Wanted(SEARCH)) : Optional.empty();
    }
}
