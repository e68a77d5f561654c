package dev.llmplanner.build.check;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One catalog file, read.
 *
 * @param path from the repository's root, with slashes
 * @param kind what the path says it is
 * @param text the file as it stands
 * @param json the same, parsed
 */
public record CatalogFile(String path, CatalogKind kind, String text, JsonObject json) {

    /**
     * A file from its path and text.
     *
     * @throws IllegalArgumentException if the path is no catalog path or the text no JSON object
     */
    public static CatalogFile of(String path, String text) {
        CatalogKind kind = CatalogKind.of(path)
                .orElseThrow(() -> new IllegalArgumentException("not the path of a catalog file: " + path));
        if (JacksonJson.parse(text) instanceof JsonObject object) {
            return new CatalogFile(path, kind, text, object);
        }
        throw new IllegalArgumentException("not a JSON object: " + path);
    }

    /** The record's id: the file's name without its ending. */
    public String id() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".json".length());
    }

    /** Name of the folder that holds the file: the vendor of a model or an accelerator. */
    public String folder() {
        String parent = path.substring(0, path.lastIndexOf('/'));
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    /** The value at a JSON pointer. */
    public Optional<Json> at(String pointer) {
        return Pointers.resolve(json, pointer);
    }

    /** The number at a JSON pointer, if there is one. */
    public OptionalDouble number(String pointer) {
        return at(pointer).filter(JsonNumber.class::isInstance)
                .map(n -> OptionalDouble.of(((JsonNumber) n).value())).orElse(OptionalDouble.empty());
    }

    /** The string at a JSON pointer, if there is one. */
    public Optional<String> string(String pointer) {
        return at(pointer).filter(JsonString.class::isInstance).map(s -> ((JsonString) s).value());
    }

    /** A finding about the value at a pointer of this file. */
    Finding finding(String pointer, String expected, String remedy) {
        return new Finding(path, pointer, at(pointer).map(JacksonJson::compact).orElse("absent"), expected, remedy);
    }
}
