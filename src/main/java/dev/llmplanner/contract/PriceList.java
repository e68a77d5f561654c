package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.code;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reader's own prices, in a file of their own or in a request: docs/contract/prices.schema.json. Written, they stand in
 * one order with nothing superfluous, so that equal lists are equal files.
 */
public final class PriceList {

    /** What the file says it is. */
    public static final String FORMAT = "planner-prices";
    /** Of the file's form. */
    public static final int VERSION = 1;

    private static final List<String> MEMBERS =
            List.of("part", "id", "unit", "low", "typical", "high", "currency", "date", "source", "note");
    private static final List<String> CURRENCIES = List.of(Currency.USD.name(), Currency.CNY.name());
    private static final double MOST = 1e15;
    private static final String AMOUNT = "a number from 0 to 1e15";
    private static final int LONGEST_TEXT = 500;

    private PriceList() {}

    /**
     * The prices of that file.
     *
     * @throws RequestException where something can't stand in it
     */
    public static List<Price> read(JsonObject file) {
        JsonCursor root = JsonCursor.of(file);
        onlyMembers(root, List.of("$schema", "format", "version", "prices"));
        if (code(root, "format", List.of(FORMAT)).isEmpty()) {
            throw missing(root, "format", List.of(FORMAT));
        }
        double version = number(root, "version", 1, Integer.MAX_VALUE, "a whole number")
                .orElseThrow(() -> missing(root, "version", List.of(Integer.toString(VERSION))));
        if (version != VERSION) {
            throw new RequestException("unknown-value", "version", List.of(Integer.toString(VERSION)),
                    "version is of another planner; write " + VERSION);
        }
        return items(root);
    }

    /** The prices in the member {@code prices} of a file or a request; none where it is absent. */
    public static List<Price> items(JsonCursor root) {
        List<Price> prices = new ArrayList<>();
        for (JsonCursor item : shaped(() -> root.items("prices"))) {
            prices.add(price(item));
        }
        return prices;
    }

    /** The file that holds those prices. */
    public static JsonObject write(List<Price> prices) {
        List<Price> sorted = new ArrayList<>(prices);
        sorted.sort((a, b) -> {
            int part = a.part().compareTo(b.part());
            int id = part != 0 ? part : a.id().compareTo(b.id());
            return id != 0 ? id : a.currency().map(Enum::name).orElse("").compareTo(b.currency().map(Enum::name).orElse(""));
        });
        List<Json> items = new ArrayList<>();
        sorted.forEach(price -> items.add(item(price)));
        return new JsonObject.Builder()
                .put("format", FORMAT)
                .put("version", new JsonNumber(VERSION))
                .put("prices", new JsonArray(items))
                .build();
    }

    private static Json item(Price price) {
        JsonObject.Builder item = new JsonObject.Builder().put("part", PriceCodes.code(price.part()));
        if (!price.id().equals(Price.ANY)) {
            item.put("id", price.id());
        }
        item.put("unit", PriceCodes.code(price.unit()));
        Range amount = price.amount();
        if (amount.low() != amount.typical()) {
            item.put("low", amount.low());
        }
        item.put("typical", amount.typical());
        if (amount.high() != amount.typical()) {
            item.put("high", amount.high());
        }
        price.currency().ifPresent(currency -> item.put("currency", currency.name()));
        text(item, "date", price.date());
        text(item, "source", price.source());
        price.note().ifPresent(note -> text(item, "note", note));
        return item.build();
    }

    private static void text(JsonObject.Builder item, String name, String text) {
        if (!text.isEmpty()) {
            item.put(name, new JsonString(text));
        }
    }

    private static Price price(JsonCursor item) {
        onlyMembers(item, MEMBERS);
        List<String> parts = PriceCodes.codes(PartClass.values());
        PartClass part = code(item, "part", parts).flatMap(PriceCodes::part).orElseThrow(() -> missing(item, "part", parts));
        List<String> units = PriceCodes.codes(part.units().toArray(new PriceUnit[0]));
        PriceUnit unit = code(item, "unit", units).flatMap(PriceCodes::unit).orElseThrow(() -> missing(item, "unit", units));
        double least = unit == PriceUnit.FACTOR ? 1 : 0;
        double most = unit == PriceUnit.SHARE || unit == PriceUnit.SHARE_YEAR ? 1 : unit == PriceUnit.FACTOR ? 10 : MOST;
        String range = most == 1 ? "a number from 0 to 1" : least == 1 ? "a number from 1 to 10" : AMOUNT;
        double typical = number(item, "typical", least, most, range)
                .orElseThrow(() -> missing(item, "typical", List.of(range)));
        double low = number(item, "low", least, most, range).orElse(typical);
        double high = number(item, "high", least, most, range).orElse(typical);
        if (!(low <= typical && typical <= high)) {
            throw new RequestException("out-of-range", item.path() + ".typical", List.of("low ≤ typical ≤ high"),
                    item.path() + ".typical lies outside low and high");
        }
        Optional<Currency> currency = code(item, "currency", CURRENCIES).flatMap(PriceCodes::currency);
        if (currency.isEmpty() && unit.isMoney()) {
            throw missing(item, "currency", CURRENCIES);
        }
        if (currency.isPresent() && !unit.isMoney()) {
            throw new RequestException("unknown-member", item.path() + ".currency", List.of(),
                    item.path() + ".currency can't stand beside a share or a factor; leave it out");
        }
        return new Price(part, text(item, "id").orElse(Price.ANY), unit, new Range(low, typical, high), currency,
                text(item, "date").orElse(""), text(item, "source").orElse(""), Origin.YOURS, "yours", text(item, "note"));
    }

    private static Optional<String> text(JsonCursor item, String name) {
        Optional<String> text = shaped(() -> item.findString(name));
        if (text.isPresent() && (text.get().isEmpty() || text.get().length() > LONGEST_TEXT)) {
            throw new RequestException("out-of-range", item.path() + "." + name, List.of("1 to 500 characters"),
                    item.path() + "." + name + " is empty or too long; write 1 to 500 characters, or leave it out");
        }
        return text;
    }

    private static RequestException missing(JsonCursor parent, String name, List<String> allowed) {
        String path = parent.path().isEmpty() ? name : parent.path() + "." + name;
        return new RequestException("wrong-type", path, allowed,
                path + " is missing; write one of " + RequestReader.join(allowed));
    }
}
