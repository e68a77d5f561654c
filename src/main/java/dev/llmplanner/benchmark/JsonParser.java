package dev.llmplanner.benchmark;

import dev.llmplanner.json.Json;
import java.util.Optional;

/** The caller's JSON parser: {@code JSON.parse} in a browser, Jackson on the JVM. */
@FunctionalInterface
public interface JsonParser {

    /** The value that the text holds and nothing after it; empty where it isn't JSON. */
    Optional<Json> parse(String text);
}
