/**
 * The page of one model: its layers drawn, where its parameters and its bytes per token go, its place on the roofline, its
 * cache beside its peers', its formats, and all its facts.
 *
 * <p>Owns: which figures stand there, and the terms under which they are computed. Must not know: formulas; every figure
 * comes from the engine or a screening. Start with {@link dev.llmplanner.view.model.ModelPage}.
 */
package dev.llmplanner.view.model;
