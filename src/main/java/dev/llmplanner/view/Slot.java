package dev.llmplanner.view;

/**
 * A part of the state that one section of the page owns. Sections don't know one another's parts, and {@link State} knows
 * none of them.
 *
 * @param name    unique in the application
 * @param initial what stands there before anything happened
 * @param input   whether it holds what the reader entered
 * @param <T>     immutable, compared by value
 */
public record Slot<T>(String name, T initial, boolean input) {

    /** A slot of something that follows from what is entered, or of how far the page is. */
    public Slot(String name, T initial) {
        this(name, initial, false);
    }

    /** A slot of what the reader enters or chooses, which can be undone. */
    public static <T> Slot<T> input(String name, T initial) {
        return new Slot<>(name, initial, true);
    }
}
