package dev.llmplanner.json;

/** One JSON value. The tree is immutable; objects keep the order of their members. */
public sealed interface Json permits JsonArray, JsonBoolean, JsonNull, JsonNumber, JsonObject, JsonString {

    /** The kind's name as people write it: {@code object}, {@code array}, {@code string}, {@code number} … */
    String kind();
}
