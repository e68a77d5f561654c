package dev.llmplanner.view.plan.cost;

import dev.llmplanner.contract.PriceList;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.scenario.Numeral;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reader's own prices, by part and record. They take the place of the catalog's.
 *
 * @param prices by {@link OwnPrice#key}, in the order in which they were typed
 */
public record OwnPrices(Map<String, OwnPrice> prices) {
    /** None. */
    public static final OwnPrices NONE = new OwnPrices(Map.of());

    private static final char FIELD = ':';
    private static final char NEXT = ',';
    private static final int FIELDS = 7;

    public OwnPrices {
        prices = new LinkedHashMap<>(prices);
    }

    boolean isEmpty() {
        return prices.isEmpty();
    }

    /** With that price; without it where it is blank. */
    OwnPrices with(OwnPrice price) {
        Map<String, OwnPrice> all = new LinkedHashMap<>(prices);
        if (price.isBlank()) {
            all.remove(price.key());
        } else {
            all.put(price.key(), price);
        }
        return new OwnPrices(all);
    }

    /** Whether one of them can't be used. */
    public boolean anyProblem(Words words) {
        return prices.values().stream().anyMatch(price -> price.amounts(words).isEmpty());
    }

    /** Those that can be used, by the contract; empty without any. */
    public Optional<Json> json(Words words) {
        List<Json> all = new ArrayList<>();
        prices.values().forEach(price -> price.json(words).ifPresent(all::add));
        return all.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(all));
    }

    /** The prices of a request. */
    public static OwnPrices of(JsonObject request) {
        OwnPrices prices = NONE;
        for (JsonCursor price : JsonCursor.of(request).items("prices")) {
            prices = prices.with(new OwnPrice(price.string("part"), price.findString("id").orElse("*"), price.string("unit"),
                    price.findString("currency").orElse(""), number(price, "low"), number(price, "typical"),
                    number(price, "high")));
        }
        return prices;
    }

    private static String number(JsonCursor price, String name) {
        return price.findNumber(name).isPresent() ? Numeral.text(price.number(name)) : "";
    }

    /** As they stand in a link: fields with colons, prices with commas between them; blank without any. */
    public String link(Words words) {
        StringBuilder text = new StringBuilder();
        for (OwnPrice price : prices.values()) {
            price.amounts(words).ifPresent(amounts -> {
                text.append(text.length() == 0 ? "" : ",").append(price.part()).append(FIELD).append(price.id())
                        .append(FIELD).append(price.unit()).append(FIELD).append(price.currency());
                for (double amount : amounts) {
                    text.append(FIELD).append(Numeral.text(amount));
                }
            });
        }
        return text.toString();
    }

    /**
     * The prices of a link.
     *
     * @param ignored takes those that can't be used
     */
    public static OwnPrices read(String link, List<String> ignored) {
        OwnPrices prices = NONE;
        for (String text : split(link, NEXT)) {
            List<String> fields = split(text, FIELD);
            int more = fields.size() - FIELDS;
            if (more < 0) {
                ignored.add(text);
                continue;
            }
            // A record of one's own has a colon in its id.
            StringBuilder id = new StringBuilder(fields.get(1));
            for (int i = 0; i < more; i++) {
                id.append(FIELD).append(fields.get(2 + i));
            }
            prices = prices.with(new OwnPrice(fields.get(0), id.toString(), fields.get(2 + more), fields.get(3 + more),
                    fields.get(4 + more), fields.get(5 + more), fields.get(6 + more)));
        }
        return prices;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length() && !text.isEmpty()) {
            int end = text.indexOf(at, from);
            parts.add(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() + 1 : end + 1;
        }
        return parts;
    }

    /** The text of a file of them: docs/contract/prices.schema.json. */
    String file(Words words, Resources resources) {
        JsonObject request = new JsonObject.Builder().put("prices", json(words).orElse(new JsonArray(List.of()))).build();
        return resources.json().write(PriceList.write(PriceList.items(JsonCursor.of(request)))) + "\n";
    }

    /**
     * The prices of a file.
     *
     * @throws RequestException where something in it can't be used
     */
    static OwnPrices ofFile(String text, Resources resources) {
        if (!(resources.json().read(text).orElse(null) instanceof JsonObject file)) {
            throw new RequestException("wrong-type", "", List.of(PriceList.FORMAT), "no JSON object");
        }
        PriceList.read(file);
        return of(file);
    }
}
