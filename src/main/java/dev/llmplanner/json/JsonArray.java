package dev.llmplanner.json;

import java.util.List;

/** An ordered list of values. */
public record JsonArray(List<Json> items) implements Json {

    public JsonArray {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "array";
    }
}
