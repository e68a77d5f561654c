/**
 * Everything that runs on the JVM only: the build's own steps, the server and the command line.
 *
 * <p>Owns: {@link dev.llmplanner.build.Main} and the packages below. No other ring may use it.
 */
package dev.llmplanner.build;
