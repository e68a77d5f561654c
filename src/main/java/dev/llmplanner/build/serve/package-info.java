/** Serves dist to this machine only. Start with {@link dev.llmplanner.build.serve.Server}. */
package dev.llmplanner.build.serve;
