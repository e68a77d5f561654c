/**
 * Text as people read it: messages, numbers, dates, and what they type.
 *
 * <p>Owns: {@link dev.llmplanner.view.text.Words}, the port through which views get all text, and a subset of ICU
 * MessageFormat. Must not know: which platform formats a number; that is {@link dev.llmplanner.view.text.LocaleFormatter},
 * which the page answers by {@link dev.llmplanner.view.text.DecimalText} and the JVM by its own tables. Messages live in {@code i18n/*.json}.
 */
package dev.llmplanner.view.text;
