package dev.llmplanner.browser;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.text.MessageWords;
import dev.llmplanner.view.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page: reads the globals that {@code catalog.js} and {@code messages.js} set, and runs the application. */
public final class Page {

    private Page() {
    }

    public static void main(String[] arguments) {
        JsonObject catalog = (JsonObject) NativeJson.of(Browser.global("PLANNER_CATALOG"));
        new Runner<>(new DemoProgram(catalog, words()), "app").open();
    }

    private static Map<String, Words> words() {
        JsonObject messages = (JsonObject) NativeJson.of(Browser.global("PLANNER_MESSAGES"));
        Map<String, Words> words = new LinkedHashMap<>();
        for (Map.Entry<String, Json> language : messages.members().entrySet()) {
            words.put(language.getKey(), new MessageWords(
                    language.getKey(), (JsonObject) language.getValue(), new IntlFormatter(language.getKey())));
        }
        return words;
    }
}
