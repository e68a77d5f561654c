package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the reader's own prices. */
final class PriceReader {

    static final List<String> MEMBERS =
            List.of("part", "id", "unit", "low", "typical", "high", "currency", "date", "source", "note");
    static final List<String> PARTS = PriceCodes.codes(PartClass.values());
    static final List<String> UNITS = PriceCodes.codes(PriceUnit.values());

    private static final double MOST = 1e15;
    private static final String AMOUNT = "an amount from 0";

    private PriceReader() {}

    static List<Price> read(JsonCursor root) {
        List<Price> prices = new ArrayList<>();
        for (JsonCursor item : shaped(() -> root.items("prices"))) {
            prices.add(price(item));
        }
        return prices;
    }

    private static Price price(JsonCursor item) {
        onlyMembers(item, MEMBERS);
        PartClass part = PartClass.values()[PARTS.indexOf(required(item, "part", PARTS))];
        PriceUnit unit = PriceUnit.values()[UNITS.indexOf(required(item, "unit", UNITS))];
        double typical = number(item, "typical", 0, MOST, AMOUNT).orElseThrow(() -> missing(item, "typical", List.of(AMOUNT)));
        double low = number(item, "low", 0, MOST, AMOUNT).orElse(typical);
        double high = number(item, "high", 0, MOST, AMOUNT).orElse(typical);
        if (!(low <= typical && typical <= high)) {
            throw new RequestException("out-of-range", item.path() + ".typical", List.of("low ≤ typical ≤ high"),
                    item.path() + ".typical lies outside low and high");
        }
        Optional<Currency> currency = code(item, "currency", SearchRequestReader.CURRENCIES).map(Currency::valueOf);
        if (currency.isPresent() != unit.isMoney()) {
            throw new RequestException("wrong-type", item.path() + ".currency", SearchRequestReader.CURRENCIES,
                    item.path() + (unit.isMoney() ? " needs a currency" : " is no money; leave the currency out"));
        }
        return new Price(part, text(item, "id").orElse(Price.ANY), unit, new Range(low, typical, high), currency,
                text(item, "date").orElse(""), text(item, "source").orElse(""), Origin.YOURS, "yours", text(item, "note"));
    }

    private static String required(JsonCursor item, String name, List<String> allowed) {
        return code(item, name, allowed).orElseThrow(() -> missing(item, name, allowed));
    }

    private static RequestException missing(JsonCursor item, String name, List<String> allowed) {
        return new RequestException("wrong-type", item.path() + "." + name, allowed,
                item.path() + "." + name + " is missing");
    }

    private static Optional<String> text(JsonCursor item, String name) {
        return shaped(() -> item.findString(name));
    }
}
