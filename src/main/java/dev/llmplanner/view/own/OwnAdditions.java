package dev.llmplanner.view.own;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Resources;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records of one's own, and the catalog with them.
 *
 * @param given without them
 * @param known with them
 */
record OwnAdditions(OwnRecords records, Resources given, Resources known) implements Additions {

    static OwnAdditions of(OwnRecords records, Resources given) {
        Map<String, Json> bundle = new LinkedHashMap<>(given.bundle().members());
        records.tree().members().forEach((collection, added) -> {
            Map<String, Json> all = new LinkedHashMap<>(((JsonObject) bundle.get(collection)).members());
            all.putAll(((JsonObject) added).members());
            bundle.put(collection, new JsonObject(all));
        });
        return new OwnAdditions(records, given,
                given.with(given.planner().with(records.tree()), new JsonObject(bundle)));
    }

    @Override
    public Resources known(Resources ignored) {
        return known;
    }

    @Override
    public Map<String, String> carried(Map<String, String> texts) {
        return OwnLink.carried(texts, records, known);
    }

    /** A server stands with its accelerator inside, a device or model with its facts. */
    @Override
    public JsonObject portable(JsonObject request) {
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        if (inline("model", "models", members)) {
            members.put("model", new JsonObject.Builder().put("record", members.get("model")).build());
        }
        inline("accelerator", "accelerators", members);
        if (inline("server", "servers", members)) {
            Map<String, Json> server = new LinkedHashMap<>(((JsonObject) members.get("server")).members());
            inline("accelerator", "accelerators", server);
            members.put("server", new JsonObject(server));
        }
        return new JsonObject(members);
    }

    private boolean inline(String name, String collection, Map<String, Json> members) {
        if (members.get(name) instanceof JsonString id && records.find(collection, id.value()).isPresent()) {
            members.put(name, records.find(collection, id.value()).get());
            return true;
        }
        return false;
    }
}
