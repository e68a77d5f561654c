/**
 * The page while somebody works on it: sees what changes, makes again what depends on it, serves it on this machine and has
 * open pages reload.
 *
 * <p>Owns: the loop, and which classes are compiled again. Must not know: what the files of a page hold
 * ({@link dev.llmplanner.build.dist.DraftFiles}). Start with {@link dev.llmplanner.build.dev.DevMain}.
 */
package dev.llmplanner.build.dev;
