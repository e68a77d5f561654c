package dev.llmplanner.view.node;

import java.util.Objects;

/**
 * A handler, and whether it replaces what the browser would do.
 *
 * @param preventDefault stops the browser's own action, but only when the handler answers with an event; so one handler
 *     may take Enter and leave all other keys alone
 */
public record Listener(Handler handler, boolean preventDefault) {

    public Listener {
        Objects.requireNonNull(handler, "handler");
    }
}
