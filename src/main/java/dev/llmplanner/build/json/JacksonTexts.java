package dev.llmplanner.build.json;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonDepth;
import dev.llmplanner.view.JsonTexts;
import java.util.Optional;

/** What the page's JSON reader and writer are on the JVM. */
public final class JacksonTexts implements JsonTexts {

    @Override
    public Optional<Json> read(String text) {
        if (JsonDepth.of(text) > DEEPEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(JacksonJson.parse(text));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Json json) {
        return JacksonJson.compact(json);
    }
}
