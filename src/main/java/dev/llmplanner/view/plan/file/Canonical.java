package dev.llmplanner.view.plan.file;

import dev.llmplanner.handover.text.Sha256;
import dev.llmplanner.handover.text.Utf8;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One text for one meaning: members in the order of their names, nothing between them, numbers as JavaScript writes them. */
final class Canonical {

    private Canonical() {
    }

    /** The tree with the members of every object in the order of their names. */
    static Json of(Json json) {
        if (json instanceof JsonObject object) {
            Map<String, Json> sorted = new TreeMap<>();
            object.members().forEach((name, value) -> sorted.put(name, of(value)));
            return new JsonObject(sorted);
        }
        if (json instanceof JsonArray array) {
            List<Json> items = new ArrayList<>();
            array.items().forEach(item -> items.add(of(item)));
            return new JsonArray(items);
        }
        return json;
    }

    /** The SHA-256 of the tree's text. */
    static String hash(Json json, JsonTexts texts) {
        return Sha256.of(Utf8.bytes(texts.write(of(json))));
    }
}
