package dev.llmplanner.build.message;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.text.MessageWords;
import dev.llmplanner.view.text.Words;
import java.nio.file.Path;

/** The words of a language on the JVM. */
public final class JvmWords {

    private JvmWords() {
    }

    /** Reads {@code i18n/<language>.json} below the repository's root. */
    public static Words read(Path root, String language) {
        return of(language, (JsonObject) JacksonJson.read(root.resolve("i18n").resolve(language + ".json")));
    }

    /** The words of these messages. */
    public static Words of(String language, JsonObject messages) {
        return new MessageWords(language, messages, new JvmFormatter(language));
    }
}
