package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.scenario.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario that a guide computes: a request, or what differs from another scenario's.
 *
 * @param like    the scenario that this one changes; absent for one with a request of its own
 * @param request members of the contract's request; a text such as {@code =people * 2} is a number that is computed
 * @param edit    fields that its card offers
 * @param show    figures that its card shows
 */
public record GuideScenario(
        String id, Optional<String> like, JsonObject request, List<Field> edit, List<String> show) {

    /** The kind of those that are estimated; others are {@link GuideSearch}es. */
    private static final String ESTIMATE = "estimate";

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    public GuideScenario {
        edit = List.copyOf(edit);
        show = List.copyOf(show);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where a field or the kind isn't known
     */
    static GuideScenario read(String id, JsonObject json) {
        if (!json.get("kind").map(GuideScenario::text).orElse(ESTIMATE).equals(ESTIMATE)) {
            throw new IllegalArgumentException("scenario " + id + ": kind is " + ESTIMATE + " or " + GuideSearch.KIND);
        }
        List<Field> edit = new ArrayList<>();
        for (String key : texts(json, "edit")) {
            edit.add(Field.ofKey(key).orElseThrow(
                    () -> new IllegalArgumentException("scenario " + id + ": no field " + key)));
        }
        Optional<String> like = json.get("like").map(GuideScenario::text);
        JsonObject request = json.get(like.isPresent() ? "change" : "request").orElse(EMPTY) instanceof JsonObject members
                ? members
                : EMPTY;
        return new GuideScenario(id, like, request, edit, texts(json, "show"));
    }

    private static List<String> texts(JsonObject json, String name) {
        List<String> texts = new ArrayList<>();
        if (json.get(name).orElse(null) instanceof JsonArray array) {
            for (Json item : array.items()) {
                texts.add(text(item));
            }
        }
        return texts;
    }

    private static String text(Json json) {
        return json instanceof JsonString string ? string.value() : "";
    }
}
