/**
 * The catalogs as records: what the engine computes with, and what people read beside it.
 *
 * <p>Owns: reading and converting units once, from the bundle's JSON tree. Must not know: files, the browser, requests.
 * Start with {@link dev.llmplanner.catalog.Catalog}.
 */
package dev.llmplanner.catalog;
