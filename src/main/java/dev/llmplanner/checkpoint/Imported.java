package dev.llmplanner.checkpoint;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.json.JsonObject;
import java.util.List;

/**
 * A checkpoint that was understood.
 *
 * @param record     as the models catalog writes it, with {@code own: true}
 * @param model      that record, read by the catalog's own reader
 * @param family     the family whose code fills what the configuration leaves out; {@code by-fields} where none is known
 * @param derivation each figure of the record and what it was read from
 * @param notices    what the reader had to assume, and what it found in doubt
 */
public record Imported(
        JsonObject record, ModelEntry model, String family, List<Derivation> derivation, List<Notice> notices)
        implements Reading {

    public Imported {
        derivation = List.copyOf(derivation);
        notices = List.copyOf(notices);
    }
}
