/**
 * Words on the JVM: the message files, and numbers by the JDK's CLDR tables.
 *
 * <p>Owns: {@link dev.llmplanner.build.message.JvmWords}, which tests and the build use where the page has its own formatter.
 */
package dev.llmplanner.build.message;
