package dev.llmplanner.engine.cost;

/** Currencies that prices stand in, by their ISO 4217 code. */
public enum Currency {
    USD,
    CNY
}
