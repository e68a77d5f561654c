/**
 * Parts that several pages are made of: the top bar, fields, chips, tables.
 *
 * <p>Must not know: which page uses them. Start with {@link dev.llmplanner.view.widget.Frame}.
 */
package dev.llmplanner.view.widget;
