/**
 * The Models view: every model with its speed on a reference accelerator, arranged, filtered and compared.
 *
 * <p>Owns: the reference, the filters, the table and the comparison. Must not know: formulas, which {@code screening} asks
 * for, and the page of one model. Start with {@link dev.llmplanner.view.models.ModelsSection}.
 */
package dev.llmplanner.view.models;
