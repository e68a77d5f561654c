package dev.llmplanner.view.snippet;

import dev.llmplanner.view.Slot;
import java.util.Optional;

/**
 * How far the dialog is.
 *
 * @param wanted  whether the address asks for it
 * @param snippet what it offers; empty until it opens
 * @param note    key of what became of the last copy; blank for none
 */
record SnippetState(boolean wanted, Optional<Snippet> snippet, String note) {
    static final SnippetState CLOSED = new SnippetState(false, Optional.empty(), "");
    static final Slot<SnippetState> SLOT = new Slot<>("snippet", CLOSED);

    SnippetState begun(Snippet chosen) {
        return new SnippetState(true, Optional.of(chosen), "");
    }

    SnippetState noted(String key) {
        return new SnippetState(wanted, snippet, key);
    }
}
