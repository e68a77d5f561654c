package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What one guide computes, the same in all languages.
 *
 * @param chosen    assumptions of the example
 * @param scenarios by id
 * @param searches  by id
 * @param named     quotes that have a name
 */
public record GuideFigures(
        Map<String, ChosenNumber> chosen, Map<String, GuideScenario> scenarios, Map<String, GuideSearch> searches,
        Map<String, Quote> named) {

    /** A guide without figures. */
    public static final GuideFigures NONE = new GuideFigures(Map.of(), Map.of(), Map.of(), Map.of());

    public GuideFigures {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        scenarios = Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
        searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /**
     * Reads {@code {chosen, scenarios, named}}.
     *
     * @throws IllegalArgumentException where something can't be read
     */
    public static GuideFigures read(JsonObject json) {
        Map<String, ChosenNumber> chosen = new LinkedHashMap<>();
        Map<String, GuideScenario> scenarios = new LinkedHashMap<>();
        Map<String, GuideSearch> searches = new LinkedHashMap<>();
        Map<String, Quote> named = new LinkedHashMap<>();
        each(json, "chosen", (name, value) -> chosen.put(name, ChosenNumber.read(name, (JsonObject) value)));
        each(json, "scenarios", (id, value) -> {
            if (GuideSearch.is((JsonObject) value)) {
                searches.put(id, GuideSearch.read(id, (JsonObject) value));
            } else {
                scenarios.put(id, GuideScenario.read(id, (JsonObject) value));
            }
        });
        each(json, "named", (name, value) -> named.put(name, Quote.parse(((JsonString) value).value())));
        return new GuideFigures(chosen, scenarios, searches, named);
    }

    private static void each(JsonObject json, String member, BiConsumer<String, Json> reader) {
        if (json.get(member).orElse(null) instanceof JsonObject members) {
            members.members().forEach(reader);
        }
    }
}
