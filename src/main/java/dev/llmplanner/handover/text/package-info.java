/**
 * Text for other programs: shells, YAML, JSON, CSV, Markdown, and numbers as they read them.
 *
 * <p>Owns: escaping. Whatever stands in a name, no reader takes it for anything but a name. Must not know: what is written.
 */
package dev.llmplanner.handover.text;
