/**
 * The check of the catalog files that stops the build on a wrong fact.
 *
 * <p>Owns: one class per rule, and the walk over {@code models-catalog} and {@code hardware-catalog}. Must not know:
 * the engine, the page, or how the catalogs are bundled. Start with {@link dev.llmplanner.build.check.CatalogCheck};
 * a {@link dev.llmplanner.build.check.Rule} says what is wrong with one file as
 * {@link dev.llmplanner.build.check.Finding}s.
 */
package dev.llmplanner.build.check;
