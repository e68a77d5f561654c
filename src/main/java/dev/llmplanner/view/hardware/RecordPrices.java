package dev.llmplanner.view.hardware;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;
import java.util.Optional;

/** What only details.js knows of a record: purchase prices in one currency, availability, the number of sources. */
final class RecordPrices {
    private final Scene scene;
    private final JsonObject details;
    private final boolean loaded;

    RecordPrices(String collection, String id, Scene scene) {
        this.scene = scene;
        this.loaded = DataFile.DETAILS.in(scene.state()).status() == Lazy.Status.LOADED;
        this.details = object(object(DataFile.DETAILS.in(scene.state()).data().orElse(null), collection), id);
    }

    private static JsonObject object(Json parent, String name) {
        return parent instanceof JsonObject object && object.get(name).orElse(null) instanceof JsonObject member
                ? member : new JsonObject(Map.of());
    }

    /** The range of all prices in that currency, and when the latest held. Currencies are never converted. */
    Cell price(String currency) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        String date = "";
        if (details.get("prices").orElse(null) instanceof JsonArray prices) {
            for (Json item : prices.items()) {
                JsonObject price = (JsonObject) item;
                if (text(price, "currency").equals(currency)) {
                    low = Math.min(low, number(price, "low"));
                    high = Math.max(high, number(price, "high"));
                    date = text(price, "date").compareTo(date) > 0 ? text(price, "date") : date;
                }
            }
        }
        if (high == 0) {
            return Cell.missing(scene.say(loaded ? "not-published" : status()));
        }
        String lowest = scene.words().number(low, 0);
        return Cell.number(low, low == high ? lowest : scene.say("band.range",
                Arguments.of("low", lowest).and("high", scene.words().number(high, 0)))).with(scene.words().date(date));
    }

    /** Who can buy it, as far as a source says. */
    Optional<String> availability() {
        String text = text(details, "availability");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** How many sources the record has, with the way to them. */
    Cell sources(String href) {
        int count = object(details, "sources").members().size();
        return count == 0
                ? Cell.missing(scene.say(loaded ? "hardware.no-sources" : status()))
                : Cell.number(count, scene.words().number(count, 0)).linked(href);
    }

    private String status() {
        return DataFile.DETAILS.in(scene.state()).status() == Lazy.Status.FAILED ? "hardware.not-loaded" : "hardware.loading";
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonString text ? text.value() : "";
    }

    private static double number(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonNumber number ? number.value() : 0;
    }
}
