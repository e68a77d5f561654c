/** Seeded hostile inputs for everything that reads what strangers write. {@code docs/security.md} says how to run more. */
package dev.llmplanner.fuzz;
