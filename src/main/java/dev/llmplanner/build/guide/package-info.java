/**
 * Guides at build time: Markdown becomes nodes, and whatever a page couldn't keep stops the build: a number that nobody
 * computed or sourced, a name that stands for nothing, a link that leads nowhere, languages that say different things.
 *
 * <p>Must not know: how a figure is computed. Start with {@link dev.llmplanner.build.guide.Guides}.
 */
package dev.llmplanner.build.guide;
