/**
 * The guides: a list, and a page for each. Their text is rendered at build time from {@code docs/guides/}.
 *
 * <p>Must not know: Markdown. Start with {@link dev.llmplanner.view.guide.GuidePages}.
 */
package dev.llmplanner.view.guide;
