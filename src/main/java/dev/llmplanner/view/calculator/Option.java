package dev.llmplanner.view.calculator;

/**
 * A record that a field can name.
 *
 * @param id     what the scenario holds
 * @param label  what people read
 * @param detail a few facts that tell it from its neighbours
 * @param found  all texts that a search finds it by, in lower case
 */
record Option(String id, String label, String detail, String found) {}
