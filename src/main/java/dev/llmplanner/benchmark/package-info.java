/**
 * Measurements that a user made: result files of benchmark tools, start-up logs of engines, and what they say of an
 * estimate.
 *
 * <p>Owns: which field of which tool means what, what is refused, measured divided by estimated, and the factors of one
 * deployment. Must not know: requests, pages, sentences, any JSON parser; it answers with codes. Nothing here keeps
 * state: the caller applies a {@link dev.llmplanner.benchmark.LocalCalibration}. Start with
 * {@link dev.llmplanner.benchmark.BenchmarkReader}.
 */
package dev.llmplanner.benchmark;
