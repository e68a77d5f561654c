package dev.llmplanner.engine.cost;

/**
 * Something that a total ought to hold and doesn't.
 *
 * @param part of the price book
 * @param id   of the catalog record, {@link Price#ANY} where the part has none
 */
public record Lack(PartClass part, String id, Reason reason) {

    /** Why it isn't in the total. */
    public enum Reason {
        /** The price book has no price. */
        NO_PRICE,
        /** The price stands in the other currency, and no exchange rate is given. */
        NO_EXCHANGE_RATE,
        /** How much of it is needed can't be said: power, rack units or people are unknown. */
        NO_QUANTITY,
        /** More servers than three tiers of this switch can join. */
        TOO_LARGE
    }
}
