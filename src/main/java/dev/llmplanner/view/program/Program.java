package dev.llmplanner.view.program;

import java.util.Map;
import java.util.Optional;

/**
 * An application: three pure functions.
 *
 * @param <S> its state, immutable
 * @param <E> its events, usually a sealed interface; handlers and effects answer with them
 */
public interface Program<S, E> {

    /** The state in which the page opens. */
    Step<S> start(Start start);

    /** The state after an event, and what the platform is to do besides. */
    Step<S> update(S state, E event);

    /** What people see in that state. */
    Screen view(S state);

    /** The event that says: the address now holds this hash, as a link or the Back button left it. Without {@code #}. */
    E hashChanged(String hash);

    /**
     * What a key means, such as {@code a} or {@code Ctrl+Shift+z}; empty if nothing. A plain key was pressed while no field had
     * the focus, one with {@code Ctrl} while no text was being typed.
     */
    default Optional<E> keyPressed(S state, String key) {
        return Optional.empty();
    }

    /** The event that a field's text made; what is typed into a field between two pauses has one stroke. */
    default E typed(E event, String stroke) {
        return event;
    }

    /** What a program that takes over is to know besides the address and what is stored: texts by name. */
    default Map<String, String> kept(S state) {
        return Map.of();
    }

    /** The event that says: the system now prefers dark or light colours. */
    E darkPreferred(boolean dark);
}
