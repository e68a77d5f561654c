package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search that a guide makes: a question of the page that plans.
 *
 * @param like   the search that this one changes; absent for one with fields of its own
 * @param fields texts of that page's fields by their names in links; {@code =people * 2} is computed
 * @param edit   fields that its card offers
 * @param show   figures that its card shows
 */
public record GuideSearch(String id, Optional<String> like, Map<String, String> fields, List<String> edit, List<String> show) {

    /** What {@code kind} says of it. */
    static final String KIND = "search";

    public GuideSearch {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        edit = List.copyOf(edit);
        show = List.copyOf(show);
    }

    static boolean is(JsonObject json) {
        return json.get("kind").filter(new JsonString(KIND)::equals).isPresent();
    }

    static GuideSearch read(String id, JsonObject json) {
        Optional<String> like = json.get("like").map(GuideSearch::text);
        Map<String, String> fields = new LinkedHashMap<>();
        if (json.get(like.isPresent() ? "change" : "fields").orElse(null) instanceof JsonObject members) {
            members.members().forEach((name, value) -> fields.put(name, text(value)));
        }
        return new GuideSearch(id, like, fields, texts(json, "edit"), texts(json, "show"));
    }

    private static List<String> texts(JsonObject json, String name) {
        List<String> texts = new ArrayList<>();
        if (json.get(name).orElse(null) instanceof JsonArray array) {
            array.items().forEach(item -> texts.add(text(item)));
        }
        return texts;
    }

    private static String text(Json json) {
        return json instanceof JsonString string ? string.value() : "";
    }
}
