package dev.llmplanner.view.node;

/** Turns what happened on the page into an event of the application. */
@FunctionalInterface
public interface Handler {

    /** The application's event; {@code null} if nothing that matters happened. */
    Object on(DomEvent event);
}
