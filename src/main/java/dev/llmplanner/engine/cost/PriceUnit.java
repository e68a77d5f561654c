package dev.llmplanner.engine.cost;

/** What one amount of a price buys. */
public enum PriceUnit {
    PIECE,
    /** One piece for a year: licences, per accelerator. */
    PIECE_YEAR,
    /** One piece for an hour: rent. */
    PIECE_HOUR,
    TERABYTE,
    KILOWATT_HOUR,
    KILOWATT_MONTH,
    PERSON_YEAR,
    /** A share of what is bought, once; no currency. */
    SHARE,
    /** A share of what is bought, each year; no currency. */
    SHARE_YEAR,
    /** A factor; no currency. */
    FACTOR;

    /** Whether it stands in a currency. */
    public boolean isMoney() {
        return this != SHARE && this != SHARE_YEAR && this != FACTOR;
    }
}
