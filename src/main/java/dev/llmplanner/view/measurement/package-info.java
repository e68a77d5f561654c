/**
 * Your own measurements: files that are read, one run set against the estimate of the present scenario, and the factors that
 * scale estimates of a deployment.
 *
 * <p>Owns: the page, which measurements are used, and what the browser keeps of them. Must not know: which field of which tool
 * means what ({@code dev.llmplanner.benchmark}). Start with {@link dev.llmplanner.view.measurement.Measurements}.
 */
package dev.llmplanner.view.measurement;
