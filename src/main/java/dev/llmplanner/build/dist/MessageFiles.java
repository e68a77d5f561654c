package dev.llmplanner.build.dist;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.text.MessageTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which messages travel with which script: a key belongs where its first word does. */
final class MessageFiles {
    /** First words of the keys that the Calculator and the frame around every page say. */
    private static final Set<String> FIRST_LOAD = Set.of("app", "nav", "setting", "language", "theme", "date", "footer", "link",
            "message", "list", "not-published", "unit", "band", "figure", "calculator", "inputs", "action", "combo", "field",
            "choice", "layout", "layout-reason", "preset", "problem", "results", "strip", "steps", "tools", "verdict", "confidence", "reason",
            "findings", "finding", "severity", "remedies", "remedy", "memory", "kv", "kv-help", "speed", "bottleneck",
            "operators", "phase", "bound", "option", "format", "operator-kind", "operator", "nothing", "work", "evidence");

    /** First words of the keys that only the shown work says. */
    private static final Set<String> EXPLAIN = Set.of("explain");

    /** First words of the keys that only the embedded calculator says. */
    private static final Set<String> EMBED = Set.of("embed");

    /** First words of the keys that only the page without a script says. */
    private static final Set<String> STATIC = Set.of("verify");

    private final Path folder;

    MessageFiles(Path folder) {
        this.folder = folder;
    }

    /** What the first load says. */
    JsonObject firstLoad(String language) {
        return messages(language, FIRST_LOAD::contains);
    }

    /** What the workbench says: everything but what the shown work brings along, and what only other pages say. */
    JsonObject workbench(String language) {
        return messages(language, word -> !EXPLAIN.contains(word) && !EMBED.contains(word) && !STATIC.contains(word));
    }

    /** What the embedded calculator says. */
    JsonObject embed(String language) {
        return messages(language, word -> FIRST_LOAD.contains(word) || EMBED.contains(word));
    }

    /** What the shown work says, in all languages. */
    Json explain() {
        Map<String, JsonObject> byLanguage = new LinkedHashMap<>();
        List<String> languages = Resources.LANGUAGES;
        languages.forEach(language -> byLanguage.put(language, messages(language, EXPLAIN::contains)));
        return MessageTable.of(byLanguage);
    }

    private JsonObject messages(String language, Predicate<String> firstWord) {
        JsonObject file = (JsonObject) JacksonJson.read(folder.resolve(language + ".json"));
        JsonObject.Builder chosen = new JsonObject.Builder();
        file.members().forEach((key, text) -> {
            int dot = key.indexOf('.');
            if (firstWord.test(dot < 0 ? key : key.substring(0, dot))) {
                chosen.put(key, text);
            }
        });
        return chosen.build();
    }
}
