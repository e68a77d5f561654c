package dev.llmplanner.view.own;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A page's fields in its address, with the records of one's own that they name.
 *
 * @param slot    where the state keeps them
 * @param entries all of them, in their order in the address
 * @param choices words that a choice may hold
 */
public record FieldsAddress(
        Slot<Entries> slot, List<Entry> entries, BiFunction<Entry, Catalog, List<String>> choices) {

    /** Texts by name. */
    public Map<String, String> link(State state) {
        return state.get(Additions.SLOT).carried(state.get(slot).link(entries));
    }

    /**
     * The state with the fields of an address.
     *
     * @param texts   of the address; what is used is taken out
     * @param ignored takes what can't be used
     */
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        State taken = OwnLink.taken(texts, state, resources, ignored);
        Catalog catalog = taken.get(Additions.SLOT).known(resources).planner().catalog();
        return taken.with(slot, Entries.read(entries, entry -> choices.apply(entry, catalog), texts, ignored));
    }
}
