/**
 * The guides: a list by persona, and a page for each. Their text is rendered at build time from {@code docs/guides/}; the
 * figures in it are computed on the page from the guide's scenarios, which the reader may edit.
 *
 * <p>Must not know: Markdown. Start with {@link dev.llmplanner.view.guide.GuideBody}; {@code docs/guides/README.md} says
 * what a guide may hold.
 */
package dev.llmplanner.view.guide;
