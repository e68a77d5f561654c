package dev.llmplanner.view;

import dev.llmplanner.view.scenario.Field;

/**
 * The list that is open under a field.
 *
 * @param field  whose list it is
 * @param query  what has been typed to narrow it
 * @param active the option that Enter takes; −1 for none
 */
public record Picker(Field field, String query, int active) {}
