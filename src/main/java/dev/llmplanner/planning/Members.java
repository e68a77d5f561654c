package dev.llmplanner.planning;

import static dev.llmplanner.contract.RequestReader.join;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads members of a search request that several of its parts have alike. */
final class Members {

    static final double MOST_TOKENS = 100_000_000;
    static final String TOKENS = "a number of tokens from 1 to 100000000";
    static final String FRACTION = "a fraction above 0, up to 1";
    static final List<String> CURRENCIES = List.of("USD", "CNY");

    private Members() {}

    static List<String> strings(JsonCursor parent, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonCursor item : shaped(() -> parent.items(name))) {
            strings.add(shaped(item::string));
        }
        return strings;
    }

    static List<String> codes(JsonCursor parent, String name, List<String> allowed) {
        List<String> codes = strings(parent, name);
        for (String code : codes) {
            if (!allowed.contains(code)) {
                String path = parent.path().isEmpty() ? name : parent.path() + "." + name;
                throw new RequestException("unknown-value", path, allowed,
                        path + " has \"" + code + "\"; write some of " + join(allowed));
            }
        }
        return codes;
    }

    static OptionalDouble figure(
            Optional<JsonCursor> parent, String name, double low, double high, String range) {
        return parent.isPresent() ? number(parent.get(), name, low, high, range) : OptionalDouble.empty();
    }

    static double required(JsonCursor parent, String name, double low, double high, String range) {
        return number(parent, name, low, high, range).orElseThrow(() -> new RequestException(
                "wrong-type", parent.path() + "." + name, List.of(range),
                parent.path() + "." + name + " is missing; write " + range));
    }

    static void put(JsonObject.Builder object, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            List<Json> items = new ArrayList<>();
            texts.forEach(text -> items.add(new JsonString(text)));
            object.put(name, new JsonArray(items));
        }
    }
}
