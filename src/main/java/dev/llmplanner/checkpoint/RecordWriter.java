package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of the record as it grows, which notes for each figure where it came from. */
final class RecordWriter {

    private final Map<String, Json> members = new LinkedHashMap<>();
    private final List<Derivation> lines = new ArrayList<>();

    RecordWriter put(String name, Figure figure) {
        return put(name, new JsonNumber(figure.value()), figure.origin(), figure.fields());
    }

    RecordWriter put(String name, Json value, Derivation.Origin origin, List<String> fields) {
        members.put(name, value);
        lines.add(new Derivation("/" + name, value, origin, fields));
        return this;
    }

    /** A text that says what kind of thing this is: no figure, no line. */
    RecordWriter put(String name, String text) {
        members.put(name, new JsonString(text));
        return this;
    }

    /** A flag that the catalog writes only where it is true. */
    RecordWriter flag(String name, boolean value, List<String> fields) {
        return value
                ? put(name, new JsonBoolean(true), fields.isEmpty() ? Derivation.Origin.FAMILY : Derivation.Origin.READ, fields)
                : this;
    }

    RecordWriter put(String name, RecordWriter inner) {
        members.put(name, inner.json());
        inner.lines.forEach(line -> lines.add(moved("/" + name, line)));
        return this;
    }

    RecordWriter put(String name, List<RecordWriter> items) {
        List<Json> all = new ArrayList<>();
        for (RecordWriter item : items) {
            String at = "/" + name + "/" + all.size();
            item.lines.forEach(line -> lines.add(moved(at, line)));
            all.add(item.json());
        }
        members.put(name, new JsonArray(all));
        return this;
    }

    RecordWriter raw(String name, Json value) {
        members.put(name, value);
        return this;
    }

    private static Derivation moved(String at, Derivation line) {
        return new Derivation(at + line.figure(), line.value(), line.origin(), line.fields());
    }

    /** The kind of a group; empty where it has none. */
    String kind() {
        return members.get("kind") instanceof JsonString kind ? kind.value() : "";
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    JsonObject json() {
        return new JsonObject(members);
    }

    List<Derivation> lines() {
        return lines;
    }
}
