package dev.llmplanner.view;

import dev.llmplanner.json.Json;
import java.util.Optional;

/** JSON as text, by what the platform has for it. */
public interface JsonTexts {

    /** Deeper texts aren't read: a browser's stack ends somewhere. */
    int DEEPEST = 500;

    /** The tree of a text; empty if the text isn't JSON, or is nested deeper than {@link #DEEPEST}. */
    Optional<Json> read(String text);

    /** The shortest text of a tree. */
    String write(Json json);
}
