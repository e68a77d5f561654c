/**
 * Records of one's own: hardware and models that a reader adds to the catalog for every page.
 *
 * <p>Owns: where they live in the state, their file, their part of a link, what the browser keeps. Must not know: how they
 * are made or shown. Start with {@link dev.llmplanner.view.own.Own}.
 */
package dev.llmplanner.view.own;
