package dev.llmplanner.view.plan.file;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan file that was changed and given the hash of what it says now, as anybody can. */
public final class Rehashed {

    private Rehashed() {}

    public static String text(JsonObject content, Resources resources) {
        Map<String, Json> members = new LinkedHashMap<>(content.members());
        members.remove("hash");
        members.put("hash", new JsonString(Canonical.hash(new JsonObject(members), resources.json())));
        return resources.json().write(new JsonObject(members));
    }
}
