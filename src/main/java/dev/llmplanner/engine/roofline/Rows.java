package dev.llmplanner.engine.roofline;

/** What an operator's work grows with, on one rank. */
enum Rows {
    /** All tokens of the rank. */
    TOKENS,
    /** All tokens of all ranks. */
    ALL_TOKENS,
    /** Tokens whose successor is sampled: of decoding sequences, and of prompts that end; at least one. */
    SAMPLED,
    /** Sequences of the rank that decode; without any, the operator isn't launched. */
    SEQUENCES,
    /** Prompt tokens of the rank; without any, the operator isn't launched. */
    PROMPT_TOKENS
}
