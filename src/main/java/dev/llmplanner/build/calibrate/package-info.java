/**
 * The calibration: fits the free constants to {@code measurements/}, validates on what the fit left out, and writes
 * {@code calibration/constants.json}, {@code calibration/accuracy.json} and {@code docs/accuracy.md}.
 *
 * <p>Owns: samples, loss, fit, held-out errors and bands. Must not know: physics, which it calls. Start with
 * {@link dev.llmplanner.build.calibrate.CalibrateMain}.
 */
package dev.llmplanner.build.calibrate;
