package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonCursor;
import java.util.List;
import java.util.Optional;

/**
 * A published rate between the two currencies. It is offered to a question, never used without one.
 *
 * @param cnyPerUsd yuan for a dollar, &gt; 0
 * @param date      the day it held
 * @param source    title, and reference in parentheses
 */
public record ExchangeRate(double cnyPerUsd, String date, String source) {

    /** As {@code engine.cost.Exchange} takes it. */
    private static final double LIMIT = 1e6;
    private static final int DAY = "2025-08-21".length();

    /**
     * The newest rate in the data that {@link PlantCatalog} reads; of one day the first. Empty where there is none.
     *
     * @throws dev.llmplanner.json.JsonShapeException where a rate can't be one
     */
    public static Optional<ExchangeRate> newest(JsonCursor data) {
        ExchangeRate newest = null;
        for (JsonCursor item : data.items("rates")) {
            ExchangeRate rate = read(item, data.items("sources"));
            if (newest == null || rate.date.compareTo(newest.date) > 0) {
                newest = rate;
            }
        }
        return Optional.ofNullable(newest);
    }

    private static ExchangeRate read(JsonCursor item, List<JsonCursor> sources) {
        double rate = item.number("cnyPerUsd");
        if (!(rate > 0 && rate < LIMIT)) {
            throw item.at("cnyPerUsd").wrong("yuan for a dollar, above 0 and below 1e6");
        }
        String date = item.string("date");
        if (date.length() != DAY || !PriceChoice.date(date).equals(date)) {
            throw item.at("date").wrong("a day as 2025-08-21");
        }
        int place = item.integer("source");
        if (place < 0 || place >= sources.size()) {
            throw item.at("source").wrong("a place in sources");
        }
        return new ExchangeRate(rate, date, PriceChoice.source(sources.get(place)));
    }
}
