package dev.llmplanner.benchmark;

import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.Optional;

/** Lists of names. */
final class TextLists {

    private TextLists() {}

    /** The first name of that list as it may be shown. */
    static Optional<String> first(JsonObject object, String list) {
        return object.get(list)
                .filter(value -> value instanceof JsonArray array && !array.items().isEmpty()
                        && array.items().get(0) instanceof JsonString)
                .map(value -> PlainText.name(((JsonString) ((JsonArray) value).items().get(0)).value()))
                .filter(name -> !name.isEmpty());
    }
}
