package dev.llmplanner.handover.text;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/** Short ways to build trees. */
public final class Trees {

    private Trees() {}

    /** Members in order. */
    public static JsonObject.Builder object() {
        return new JsonObject.Builder();
    }

    /** One member. */
    public static JsonObject object(String name, Json value) {
        return object().put(name, value).build();
    }

    /** One member. */
    public static JsonObject object(String name, String value) {
        return object().put(name, value).build();
    }

    /** One member. */
    public static JsonObject object(String name, double value) {
        return object().put(name, value).build();
    }

    public static JsonArray array(Json... items) {
        return new JsonArray(List.of(items));
    }

    public static JsonArray array(List<? extends Json> items) {
        return new JsonArray(new ArrayList<>(items));
    }

    public static JsonArray texts(List<String> items) {
        List<Json> all = new ArrayList<>();
        items.forEach(item -> all.add(new JsonString(item)));
        return new JsonArray(all);
    }

    public static JsonArray texts(String... items) {
        return texts(List.of(items));
    }

    public static JsonArray numbers(List<Integer> items) {
        List<Json> all = new ArrayList<>();
        items.forEach(item -> all.add(new JsonNumber(item)));
        return new JsonArray(all);
    }
}
