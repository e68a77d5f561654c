package dev.llmplanner.build.check;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every number of a record has a source, every pointer of {@code provenance} names a value, and every source is used.
 *
 * <p>A number's source is the pointer with the longest prefix in {@code provenance}, or the {@code source} of an
 * object around it: prices and measurements carry theirs.
 */
public final class SourceRule implements Rule {

    private static final Set<String> ABOUT_SOURCES = Set.of("/sources", "/provenance", "/fieldNotes");

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        if (!file.kind().isRecord()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Json> sources = members(file, "/sources");
        Map<String, Json> provenance = members(file, "/provenance");
        Map<String, String> inline = inlineSources(file);
        numbersWithoutSource(file, provenance.keySet(), inline.keySet(), findings);
        Set<String> used = new LinkedHashSet<>(inline.values());
        for (Map.Entry<String, Json> entry : provenance.entrySet()) {
            String pointer = Pointers.append("/provenance", entry.getKey());
            if (file.at(entry.getKey()).isEmpty()) {
                findings.add(file.finding(pointer, "nothing stands at " + entry.getKey(),
                        "Remove the pointer, or write it as the key is spelled."));
            }
            for (String id : ids(entry.getValue())) {
                used.add(id);
                if (!sources.containsKey(id)) {
                    findings.add(file.finding(pointer, id + " is not in sources", "Add the source " + id + "."));
                }
            }
        }
        inline.forEach((owner, id) -> {
            if (!sources.containsKey(id)) {
                findings.add(file.finding(owner + "/source", id + " is not in sources", "Add the source " + id + "."));
            }
        });
        for (String id : sources.keySet()) {
            if (!used.contains(id)) {
                findings.add(file.finding(Pointers.append("/sources", id), "nothing in the file uses this source",
                        "Remove it, or name it in provenance."));
            }
        }
        return findings;
    }

    private static void numbersWithoutSource(CatalogFile file, Set<String> pointers, Set<String> owners,
            List<Finding> findings) {
        Pointers.walk(file.json(), "", (pointer, value) -> {
            if (value instanceof JsonNumber && ABOUT_SOURCES.stream().noneMatch(a -> Pointers.isWithin(pointer, a))
                    && pointers.stream().noneMatch(p -> Pointers.isWithin(pointer, p))
                    && owners.stream().noneMatch(o -> Pointers.isWithin(pointer, o))) {
                findings.add(file.finding(pointer, "that number has no source",
                        "Add " + pointer + " to provenance with the id of its source."));
            }
        });
    }

    /** Pointer of each object that names its own source, and the source's id. */
    private static Map<String, String> inlineSources(CatalogFile file) {
        Map<String, String> inline = new LinkedHashMap<>();
        Pointers.walk(file.json(), "", (pointer, value) -> {
            if (!pointer.isEmpty() && ABOUT_SOURCES.stream().noneMatch(a -> Pointers.isWithin(pointer, a))
                    && value instanceof JsonObject object && object.get("source").orElse(null) instanceof JsonString id) {
                inline.put(pointer, id.value());
            }
        });
        return inline;
    }

    private static Map<String, Json> members(CatalogFile file, String pointer) {
        return file.at(pointer).orElse(null) instanceof JsonObject object ? object.members() : Map.of();
    }

    private static List<String> ids(Json value) {
        List<Json> items = value instanceof JsonArray array ? array.items() : List.of(value);
        return items.stream().filter(JsonString.class::isInstance).map(s -> ((JsonString) s).value()).toList();
    }
}
