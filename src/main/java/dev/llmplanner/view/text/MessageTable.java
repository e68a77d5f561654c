package dev.llmplanner.view.text;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of all languages side by side, as the build bundles them: {@code {languages: […], texts: {key: [text of
 * each language] or one text for all}}}. Keys stand once, which makes the bundle a third smaller.
 */
public final class MessageTable {
    private static final String LANGUAGES = "languages";
    private static final String TEXTS = "texts";

    private MessageTable() {
    }

    /** Puts messages side by side; each language has the same keys. */
    public static JsonObject of(Map<String, JsonObject> byLanguage) {
        JsonObject first = byLanguage.values().iterator().next();
        JsonObject.Builder texts = new JsonObject.Builder();
        for (String key : first.members().keySet()) {
            List<Json> all = byLanguage.values().stream().map(messages -> messages.get(key).orElseThrow()).toList();
            texts.put(key, all.stream().distinct().count() == 1 ? all.get(0) : new JsonArray(all));
        }
        List<Json> languages = byLanguage.keySet().stream().<Json>map(JsonString::new).toList();
        return new JsonObject.Builder().put(LANGUAGES, new JsonArray(languages)).put(TEXTS, texts.build()).build();
    }

    /** The messages of each language, in the table's order. */
    public static Map<String, JsonObject> read(JsonObject table) {
        Map<String, JsonObject> byLanguage = new LinkedHashMap<>();
        List<Json> languages = ((JsonArray) table.get(LANGUAGES).orElseThrow()).items();
        for (int i = 0; i < languages.size(); i++) {
            JsonObject.Builder messages = new JsonObject.Builder();
            for (Map.Entry<String, Json> text : ((JsonObject) table.get(TEXTS).orElseThrow()).members().entrySet()) {
                messages.put(text.getKey(), text.getValue() instanceof JsonArray all ? all.items().get(i) : text.getValue());
            }
            byLanguage.put(((JsonString) languages.get(i)).value(), messages.build());
        }
        return byLanguage;
    }
}
