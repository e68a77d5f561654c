/**
 * Fields of pages that ask questions of their own: what is typed stands in the link, and a wrong text stays in its field
 * with what to write beside it.
 *
 * <p>Must not know: which page asks. Start with {@link dev.llmplanner.view.form.Entries}.
 */
package dev.llmplanner.view.form;
