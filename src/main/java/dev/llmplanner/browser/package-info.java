/**
 * The only package that touches the browser, through TeaVM's JSO.
 *
 * <p>Owns: the two entry points {@link dev.llmplanner.browser.Page} (the page) and
 * {@link dev.llmplanner.browser.EngineModule} (the engine as an ES module), and the platform that runs a
 * {@link dev.llmplanner.view.program.Program}. Must not know: what the application computes or shows. Natives stand in
 * classes without static state, since a static native doesn't run its class's initialiser.
 */
package dev.llmplanner.browser;
