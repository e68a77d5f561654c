package dev.llmplanner.view.program;

import dev.llmplanner.view.node.Node;
import java.util.Map;

/**
 * Everything a state shows.
 *
 * @param body what stands in the page
 * @param title the window's title
 * @param language BCP 47 tag of the page's text
 * @param theme colours
 * @param hash the address's hash, without {@code #}. A change before the first {@code ?} is a new place and makes an entry
 *     in the browser's history; any other change replaces the entry
 * @param stored small texts to remember until the next visit, whole; a name that is left out is forgotten
 */
public record Screen(
        Node body, String title, String language, Theme theme, String hash, Map<String, String> stored) {

    public Screen {
        stored = Map.copyOf(stored);
    }

    /** Colours: as the system says, or as the person chose. */
    public enum Theme {
        /** As the system says: no class on the root. */
        SYSTEM,
        /** Class {@code light} on the root. */
        LIGHT,
        /** Class {@code dark} on the root. */
        DARK
    }
}
