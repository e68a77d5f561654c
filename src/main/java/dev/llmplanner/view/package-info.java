/**
 * The application's state and what changes it.
 *
 * <p>Owns: {@link dev.llmplanner.view.State}, the {@link dev.llmplanner.view.Event}, the route and the address.
 * Must not know: how anything looks, or a browser. The pages live in packages below; {@code view.app} puts them
 * together. Start with {@link dev.llmplanner.view.State}.
 */
package dev.llmplanner.view;
