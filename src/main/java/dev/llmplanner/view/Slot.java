package dev.llmplanner.view;

/**
 * A part of the state that one section of the page owns. Sections don't know one another's parts, and {@link State} knows
 * none of them.
 *
 * @param name    unique in the application
 * @param initial what stands there before anything happened
 * @param <T>     immutable, compared by value
 */
public record Slot<T>(String name, T initial) {}
