/**
 * Words on the JVM: the message files, and numbers and dates by the JDK's CLDR tables.
 *
 * <p>Owns: {@link dev.llmplanner.build.message.JvmWords}, which tests and the build use where the page uses {@code Intl}.
 */
package dev.llmplanner.build.message;
