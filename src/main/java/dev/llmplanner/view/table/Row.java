package dev.llmplanner.view.table;

import java.util.List;

/**
 * One record of a table.
 *
 * @param id    of the record
 * @param found all texts that a search finds it by, in lower case
 * @param cells one for each column
 */
public record Row(String id, String found, List<Cell> cells) {}
