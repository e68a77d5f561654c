/**
 * What has to be bought and paid: the bill of materials.
 *
 * <p>Owns: how many servers carry the replicas, the bill's rows, CSV and XLSX. Prices and counts are those of
 * {@code engine.cost}. Start with {@link dev.llmplanner.handover.materials.Procurement}.
 */
package dev.llmplanner.handover.materials;
