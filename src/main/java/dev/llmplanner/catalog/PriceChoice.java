package dev.llmplanner.catalog;

import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which of a record's prices counts. For each part, record and currency: the first sort that there is of list, street, channel,
 * survey and rents alike, then reported, then estimate, then launch; of one sort the newest; of one date the one that comes
 * first. A share of a whole system and the cost of owning are never taken.
 *
 * @param greyMarket prices of the grey market count too, as street prices do
 * @param used       prices of used parts count too, as street prices do
 */
public record PriceChoice(boolean greyMarket, boolean used) {

    /** Neither grey market nor used parts. */
    public static final PriceChoice USUAL = new PriceChoice(false, false);

    private static final int NEVER = Integer.MAX_VALUE;

    /** The prices that count, in the order of the data. */
    List<Price> choose(List<JsonCursor> prices, List<JsonCursor> sources) {
        Map<String, JsonCursor> chosen = new LinkedHashMap<>();
        for (JsonCursor price : prices) {
            if (rank(price) != NEVER) {
                String key = price.string("part") + " " + price.string("id") + " " + price.findString("currency").orElse("");
                JsonCursor known = chosen.get(key);
                if (known == null || better(price, known)) {
                    chosen.put(key, price);
                }
            }
        }
        List<Price> all = new ArrayList<>();
        chosen.values().forEach(price -> all.add(price(price, sources)));
        return all;
    }

    private boolean better(JsonCursor price, JsonCursor than) {
        int rank = rank(price);
        int other = rank(than);
        return rank < other || rank == other && date(price.string("date")).compareTo(date(than.string("date"))) > 0;
    }

    private int rank(JsonCursor price) {
        return switch (price.string("basis")) {
            case "list", "street", "channel", "survey", "on-demand", "reserved" -> 0;
            case "reported" -> 1;
            case "estimate" -> 2;
            case "launch" -> 3;
            case "grey-market" -> greyMarket ? 0 : NEVER;
            case "used" -> used ? 0 : NEVER;
            default -> NEVER;
        };
    }

    /** Year, and month and day as far as they follow: dates compare as texts do. The first year of several counts. */
    static String date(String text) {
        int start = 0;
        while (start < text.length() && !isYear(text, start)) {
            start++;
        }
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end))
                || text.charAt(end) == '-' && end + 1 < text.length() && isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isYear(String text, int at) {
        return text.startsWith("20", at) && at + 3 < text.length() && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static Price price(JsonCursor price, List<JsonCursor> sources) {
        double low = price.number("low");
        double high = price.number("high");
        OptionalDouble typical = price.findNumber("typical");
        PartClass part = PriceCodes.part(price.string("part")).orElseThrow(() -> price.wrong("a part"));
        PriceUnit unit = PriceCodes.unit(price.string("unit")).orElseThrow(() -> price.wrong("a unit"));
        Optional<Currency> currency = price.findString("currency").flatMap(PriceCodes::currency);
        boolean derived = price.flag("derived") || typical.isEmpty() && low != high;
        return new Price(part, price.string("id"), unit,
                typical.isPresent() ? new Range(low, typical.getAsDouble(), high) : Range.between(low, high),
                currency, price.string("date"), source(sources.get(price.integer("source"))),
                derived ? Origin.DERIVED : Origin.PUBLISHED, price.string("basis"), price.findString("note"));
    }

    /** Title and reference of a source. */
    static String source(JsonCursor source) {
        return source.string("title") + " (" + source.string("ref") + ")";
    }
}
