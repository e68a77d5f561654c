/**
 * Archives: ZIP without compression, and the workbooks that are such archives.
 *
 * <p>Owns: the formats. Must not know: what is in them. The same files give the same bytes. Start with
 * {@link dev.llmplanner.handover.zip.Zip}.
 */
package dev.llmplanner.handover.zip;
