package dev.llmplanner.view.own;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records that came from elsewhere beside those that were there. One whose id is taken by another record gets a new id,
 * and whatever refers to it follows; one that is there already changes nothing.
 *
 * @param records both
 * @param ids     the new id of each record that came, by its old one; by collection
 * @param added   how many were not there
 */
record OwnMerge(OwnRecords records, Map<String, Map<String, String>> ids, int added) {

    static OwnMerge of(OwnRecords here, OwnRecords came) {
        OwnRecords all = here;
        Map<String, Map<String, String>> ids = new LinkedHashMap<>();
        int added = 0;
        for (OwnKind kind : OwnKind.values()) {
            for (String collection : kind.collections()) {
                Map<String, String> renamed = new LinkedHashMap<>();
                ids.put(collection, renamed);
                for (Map.Entry<String, Json> entry : came.of(collection).entrySet()) {
                    JsonObject record = followed((JsonObject) entry.getValue(), ids);
                    String id = idOf(collection, entry.getKey(), record, all);
                    renamed.put(entry.getKey(), id);
                    if (all.find(collection, id).isEmpty()) {
                        all = all.with(collection, id, record);
                        added++;
                    }
                }
            }
        }
        return new OwnMerge(all, ids, added);
    }

    private static String idOf(String collection, String id, JsonObject record, OwnRecords all) {
        JsonObject there = all.find(collection, id).orElse(null);
        return there == null || there.equals(record) ? id : Own.freeId(collection, id.substring(id.indexOf(':') + 1), all);
    }

    private static JsonObject followed(JsonObject record, Map<String, Map<String, String>> ids) {
        if (!(record.get("accelerator").orElse(null) instanceof JsonString id)) {
            return record;
        }
        Map<String, Json> members = new LinkedHashMap<>(record.members());
        members.put("accelerator",
                new JsonString(ids.getOrDefault("accelerators", Map.of()).getOrDefault(id.value(), id.value())));
        return new JsonObject(members);
    }

    /** The id under which a record of that collection stands now. */
    String idOf(String collection, String id) {
        return ids.getOrDefault(collection, Map.of()).getOrDefault(id, id);
    }
}
