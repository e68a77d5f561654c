/**
 * Models × accelerators for one workload: what fits, on how many GPUs, how fast.
 *
 * <p>Owns: which rows and columns are shown, in which order they are computed and drawn. Must not know: how a cell is
 * computed. Start with {@link dev.llmplanner.view.matrix.MatrixSection}.
 */
package dev.llmplanner.view.matrix;
