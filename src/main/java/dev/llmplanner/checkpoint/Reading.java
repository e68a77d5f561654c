package dev.llmplanner.checkpoint;

/** What came of reading: a record, or the field that can't be understood. Never an exception. */
public sealed interface Reading permits Imported, Refused {}
