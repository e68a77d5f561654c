package dev.llmplanner.view;

import dev.llmplanner.json.Json;
import java.util.Optional;

/** JSON as text, by what the platform has for it. */
public interface JsonTexts {

    /** The tree of a text; empty if the text isn't JSON. */
    Optional<Json> read(String text);

    /** The shortest text of a tree. */
    String write(Json json);
}
