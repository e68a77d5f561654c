/**
 * A page for each record of the catalog: every fact, with its source.
 *
 * <p>Owns: the walk over a record's tree, which shows whatever a record holds, so that a new key of a schema needs only
 * a label. Must not know: what a fact is good for. Start with {@link dev.llmplanner.view.record.RecordPage}.
 */
package dev.llmplanner.view.record;
