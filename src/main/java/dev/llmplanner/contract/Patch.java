package dev.llmplanner.contract;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes a request as a JSON merge patch does: nested objects merge, null takes a member out (RFC 7396). */
public final class Patch {

    private Patch() {}

    /** The request with that change. */
    public static JsonObject apply(JsonObject request, JsonObject change) {
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        change.members().forEach((name, value) -> {
            if (value == JsonNull.NULL) {
                members.remove(name);
            } else if (value instanceof JsonObject inner && members.get(name) instanceof JsonObject present) {
                members.put(name, apply(present, inner));
            } else {
                members.put(name, value);
            }
        });
        return new JsonObject(members);
    }
}
