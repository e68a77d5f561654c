package dev.llmplanner.view;

import dev.llmplanner.view.node.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page, or a family of pages that differ by the record they show: what it shows, what of it stands in the address, and
 * what it needs.
 */
public interface Section {

    /** What stands between the top bar and the footer. Its first heading has the id {@code heading}. */
    Html page(Scene scene);

    /** The page's name in the window's title. */
    String title(Scene scene);

    /** What of the state stands in the page's address: texts by name, defaults left out. */
    default Map<String, String> link(State state) {
        return Map.of();
    }

    /**
     * The state after the page was opened at an address.
     *
     * @param texts   by name; the section takes out what it can use
     * @param ignored takes what it knows and can't use
     */
    default State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        return state;
    }

    /** The data that the page needs besides the first load's. */
    default List<DataFile> files(State state) {
        return List.of();
    }

    /** Work that the page needs done while it is shown, such as a long computation in slices: an event that begins it. */
    default Optional<Event> due(State state, Resources resources) {
        return Optional.empty();
    }

    /** What a key means that was pressed while no field had the focus. */
    default Optional<Event> keyPressed(State state, String key) {
        return Optional.empty();
    }
}
