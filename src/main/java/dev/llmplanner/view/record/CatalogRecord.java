package dev.llmplanner.view.record;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record: the facts of the first load, and once they are loaded its sources, prices and notes.
 *
 * @param facts      by key
 * @param details    by key; empty until loaded
 * @param sourceIds  of the record, in its order: a source's place in the list is its number on the page
 * @param sources    by id
 */
public record CatalogRecord(
        JsonObject facts, JsonObject details, List<String> sourceIds, Map<String, JsonObject> sources) {
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /** The record of that route, if the catalog has it. */
    public static Optional<CatalogRecord> of(Route route, Scene scene) {
        Optional<JsonObject> facts = object(scene.resources().bundle(), route.place().collection())
                .flatMap(records -> object(records, route.id()));
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        JsonObject all = DataFile.DETAILS.in(scene.state()).data().orElse(EMPTY) instanceof JsonObject loaded ? loaded : EMPTY;
        JsonObject details = object(all, route.place().collection())
                .flatMap(records -> object(records, route.id()))
                .orElse(EMPTY);
        Map<String, JsonObject> sources = new LinkedHashMap<>();
        if (all.get("sources").orElse(null) instanceof JsonArray table) {
            object(details, "sources").orElse(EMPTY).members().forEach((id, place) -> {
                int index = (int) ((JsonNumber) place).value();
                sources.put(id, (JsonObject) table.items().get(index));
            });
        }
        return Optional.of(joined(facts.get(), details, sources));
    }

    /** What the bundle splits inside a member stands together again. */
    private static CatalogRecord joined(JsonObject facts, JsonObject details, Map<String, JsonObject> sources) {
        Map<String, Json> whole = new LinkedHashMap<>(facts.members());
        Map<String, Json> rest = new LinkedHashMap<>(details.members());
        for (Map.Entry<String, Json> member : details.members().entrySet()) {
            if (whole.get(member.getKey()) instanceof JsonObject kept && member.getValue() instanceof JsonObject left) {
                Map<String, Json> both = new LinkedHashMap<>(kept.members());
                both.putAll(left.members());
                whole.put(member.getKey(), new JsonObject(both));
                rest.remove(member.getKey());
            }
        }
        return new CatalogRecord(
                new JsonObject(whole), new JsonObject(rest), List.copyOf(sources.keySet()), sources);
    }

    /** The ids of the sources of the fact at that JSON pointer: those of the longest pointer that leads to it. */
    public List<String> sourcesOf(String pointer) {
        Map<String, Json> provenance = object(details, "provenance").orElse(EMPTY).members();
        String at = pointer;
        while (true) {
            if (provenance.get(at) instanceof JsonArray ids) {
                List<String> names = new ArrayList<>();
                for (Json id : ids.items()) {
                    names.add(((JsonString) id).value());
                }
                return names;
            }
            if (at.isEmpty()) {
                return List.of();
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    /** The remark on the fact at that JSON pointer. */
    public Optional<String> noteOn(String pointer) {
        return object(details, "fieldNotes")
                .flatMap(notes -> notes.get(pointer))
                .map(note -> ((JsonString) note).value());
    }

    /** Remarks on facts that the record doesn't state: why they are absent. */
    Map<String, String> notesOnAbsent() {
        Map<String, String> notes = new LinkedHashMap<>();
        object(details, "fieldNotes").orElse(EMPTY).members().forEach((pointer, note) -> {
            if (!leadsSomewhere(pointer)) {
                notes.put(pointer, ((JsonString) note).value());
            }
        });
        return notes;
    }

    private boolean leadsSomewhere(String pointer) {
        Json at = facts;
        int from = 1;
        while (from <= pointer.length()) {
            int slash = pointer.indexOf('/', from);
            String name = pointer.substring(from, slash < 0 ? pointer.length() : slash);
            if (at instanceof JsonObject object && object.get(name).isPresent()) {
                at = object.get(name).get();
            } else {
                return false;
            }
            from = slash < 0 ? pointer.length() + 1 : slash + 1;
        }
        return true;
    }

    private static Optional<JsonObject> object(JsonObject parent, String name) {
        return parent.get(name).orElse(null) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }
}
