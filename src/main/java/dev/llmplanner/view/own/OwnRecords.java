package dev.llmplanner.view.own;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records by id in collections of the catalog.
 *
 * @param tree as the bundle holds them; a collection without records is left out
 */
public record OwnRecords(JsonObject tree) {

    /** None. */
    public static final OwnRecords NONE = new OwnRecords(new JsonObject(Map.of()));

    /** The records of that collection, in the order in which they were added. */
    public Map<String, Json> of(String collection) {
        return tree.get(collection).orElse(null) instanceof JsonObject records ? records.members() : Map.of();
    }

    /** The record of that id. */
    public Optional<JsonObject> find(String collection, String id) {
        return Optional.ofNullable((JsonObject) of(collection).get(id));
    }

    public boolean isEmpty() {
        return tree.members().isEmpty();
    }

    /** With that record, in the place of the one of the same id. */
    public OwnRecords with(String collection, String id, JsonObject record) {
        Map<String, Json> records = new LinkedHashMap<>(of(collection));
        records.put(id, record);
        return with(collection, records);
    }

    /** Without the record of that id. */
    public OwnRecords without(String collection, String id) {
        Map<String, Json> records = new LinkedHashMap<>(of(collection));
        records.remove(id);
        return with(collection, records);
    }

    /** Only the records of that kind. */
    public OwnRecords only(OwnKind kind) {
        Map<String, Json> kept = new LinkedHashMap<>(tree.members());
        kept.keySet().retainAll(kind.collections());
        return new OwnRecords(new JsonObject(kept));
    }

    /** Ids of own servers with that own accelerator: it can't go before they do. */
    public List<String> usersOf(String acceleratorId) {
        List<String> users = new ArrayList<>();
        of("servers").forEach((id, server) -> {
            if (((JsonObject) server).get("accelerator").filter(new JsonString(acceleratorId)::equals)
                    .isPresent()) {
                users.add(id);
            }
        });
        return users;
    }

    private OwnRecords with(String collection, Map<String, Json> records) {
        Map<String, Json> next = new LinkedHashMap<>(tree.members());
        if (records.isEmpty()) {
            next.remove(collection);
        } else {
            next.put(collection, new JsonObject(records));
        }
        return new OwnRecords(new JsonObject(next));
    }
}
