package dev.llmplanner.view;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.text.Words;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the application is given and never changes.
 *
 * @param planner with its catalog
 * @param bundle  the same catalog as the bundle's tree, for record pages: collections of records by id
 * @param words   of the language in which the page opens; of others too, where they are at hand
 * @param reader  makes the words of a language from its messages
 * @param json    reads and writes JSON
 * @param edition the pages that there are
 */
public record Resources(
        CatalogPlanner planner,
        JsonObject bundle,
        Map<String, Words> words,
        BiFunction<String, JsonObject, Words> reader,
        JsonTexts json,
        Edition edition) {

    /** The language of a reader who asks for none that we have. */
    public static final String ENGLISH = "en";
    /** Simplified Chinese. */
    public static final String CHINESE = "zh-CN";
    /** All languages, in the order of the switch. */
    public static final List<String> LANGUAGES = List.of(ENGLISH, CHINESE);

    public Resources {
        words = Map.copyOf(words);
    }

    /** The same with records added to the catalog. */
    public Resources with(CatalogPlanner extended, JsonObject extendedBundle) {
        return new Resources(extended, extendedBundle, words, reader, json, edition);
    }

    /** The language of ours that serves best a reader of these; English if none does. */
    public static String bestLanguage(List<String> preferred) {
        for (String language : preferred) {
            String tag = language.toLowerCase();
            if (tag.equals("zh") || tag.startsWith("zh-")) {
                return CHINESE;
            }
            if (tag.equals("en") || tag.startsWith("en-")) {
                return ENGLISH;
            }
        }
        return ENGLISH;
    }
}
