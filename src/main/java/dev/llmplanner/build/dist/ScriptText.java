package dev.llmplanner.build.dist;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;

/** JSON as part of a script: the same text, safe inside an HTML page too. */
final class ScriptText {

    private ScriptText() {
    }

    static String of(Json value) {
        return JacksonJson.compact(value).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
