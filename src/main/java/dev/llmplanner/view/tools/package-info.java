/**
 * The dialogs that every page of the workbench has: the keys, and the scenarios that were worked on last.
 *
 * <p>Must not know: pages. Start with {@link dev.llmplanner.view.tools.HelpDialog}.
 */
package dev.llmplanner.view.tools;
