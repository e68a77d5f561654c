/**
 * The tables of all records: models, accelerators, servers, fabrics; searched and sorted in place.
 *
 * <p>Must not know: how one record is shown. Start with {@link dev.llmplanner.view.table.TableView}.
 */
package dev.llmplanner.view.table;
