/** What the build changes in classes before TeaVM compiles them. */
package dev.llmplanner.build.teavm;
