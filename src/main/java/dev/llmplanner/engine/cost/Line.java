package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * One line of a bill: so many of something, once or each year.
 *
 * @param part   what it is
 * @param id     of the catalog record; {@link Price#ANY} where the part has none
 * @param count  pieces, terabytes, kWh, full-time people, or 1 for a share
 * @param price  absent where the price book has none
 * @param amount in the price's own currency; absent where the price, or the amount it is a share of, is
 * @param origin of the amount: derived also where a rule gave the count
 */
public record Line(
        PartClass part, String id, double count, Optional<Price> price, Optional<Money> amount, Origin origin) {}
