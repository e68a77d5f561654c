package dev.llmplanner.engine.cost;

import java.util.Optional;

/**
 * One line of the price book.
 *
 * @param part     what is paid for
 * @param id       of the catalog record; {@link #ANY} where one price serves the whole class
 * @param unit     what {@code amount} buys
 * @param amount   in the currency, or a share or factor
 * @param currency absent exactly where the unit is no money
 * @param date     when it held, as precisely as the source says
 * @param source   title of the document, and its address where it has one
 * @param origin   published, derived (a midpoint or a rule), or the reader's own
 * @param basis    what kind of price, as the catalog spells it: {@code list}, {@code street}, {@code reported} …
 * @param note     region, tax, variant
 */
public record Price(
        PartClass part,
        String id,
        PriceUnit unit,
        Range amount,
        Optional<Currency> currency,
        String date,
        String source,
        Origin origin,
        String basis,
        Optional<String> note) {

    /** The id of a price that serves every record of its class. */
    public static final String ANY = "*";

    public Price {
        if (currency.isPresent() != unit.isMoney()) {
            throw new IllegalArgumentException(part + " " + id + ": a price in " + unit
                    + (unit.isMoney() ? " needs a currency" : " has no currency"));
        }
    }

    /** The amount as money. */
    public Money money() {
        return new Money(amount, currency.orElseThrow());
    }
}
