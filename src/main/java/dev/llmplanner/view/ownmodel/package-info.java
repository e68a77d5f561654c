/**
 * The page on which a reader brings a model of their own.
 *
 * <p>Owns: what was dropped, chosen or pasted, what it was read as, and the way from there into the reader's records. Must not
 * know: how a checkpoint is read, where records live. Start with {@link dev.llmplanner.view.ownmodel.OwnModelSection}.
 */
package dev.llmplanner.view.ownmodel;
