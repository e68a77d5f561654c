/**
 * The bandwidth X-ray: where the bytes and the time of a decode step go, for the Calculator's scenario.
 *
 * <p>Owns: the page and its words. Must not know: formulas. Start with {@link dev.llmplanner.view.xray.XraySection}.
 */
package dev.llmplanner.view.xray;
