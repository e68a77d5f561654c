package dev.llmplanner.build.dist;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All prices of the hardware catalog, plant and software as one object, as {@code catalog.PlantCatalog} reads it.
 */
public final class PricesFile {
    private static final Set<String> ABOUT = Set.of(
            "$schema", "prices", "rates", "sources", "provenance", "fieldNotes", "notes", "confidence", "specification");
    private static final String ANY = "*";

    /** Parts whose prices belong to the record; of the others one price serves all. */
    private static final Set<String> BY_RECORD = Set.of("switch", "transceiver", "cable", "adapter");

    private final Map<Json, Integer> sources = new LinkedHashMap<>();
    private final List<Json> prices = new ArrayList<>();
    private final List<Json> rates = new ArrayList<>();

    private PricesFile() {}

    /** Reads the catalogs of a working copy. */
    public static JsonObject read(Path root, String version) {
        return new PricesFile().all(root.resolve("hardware-catalog"), version);
    }

    private JsonObject all(Path catalog, String version) {
        files(catalog.resolve("accelerators"), 2).forEach((id, record) -> {
            prices(record, "prices", "accelerator", List.of(id), "piece");
            rents(record, id);
        });
        files(catalog.resolve("servers"), 1).forEach((id, record) ->
                prices(record, "prices", "server", List.of(id), "piece"));
        JsonObject.Builder plant = new JsonObject.Builder();
        files(catalog.resolve("plant"), 1).forEach((id, record) -> {
            String part = text(record, "part");
            prices(record, "prices", part, BY_RECORD.contains(part) ? List.of(id) : ids(record), "");
            items(record, "rates").forEach(rate -> rates.add(placed(record, (JsonObject) rate, new JsonObject.Builder())));
            plant.put(id, facts(record));
        });
        JsonObject.Builder software = new JsonObject.Builder();
        files(catalog.resolve("software"), 1).forEach((id, record) -> {
            prices(record, "prices", "software", List.of(id), "");
            software.put(id, facts(record));
        });
        return new JsonObject.Builder()
                .put("version", version)
                .put("sources", new JsonArray(List.copyOf(sources.keySet())))
                .put("prices", new JsonArray(prices))
                .put("rates", new JsonArray(rates))
                .put("plant", plant.build())
                .put("software", software.build())
                .build();
    }

    private void rents(JsonObject record, String id) {
        for (Json rent : items(record, "rents")) {
            String basis = text((JsonObject) rent, "basis");
            if (!basis.equals("owning")) {
                price(record, (JsonObject) rent, basis.equals("reserved") ? "rent-reserved" : "rent", id, "piece-hour");
            }
        }
    }

    private void prices(JsonObject record, String list, String part, List<String> ids, String unit) {
        for (Json price : items(record, list)) {
            for (String id : ids) {
                price(record, (JsonObject) price, part, id, unit);
            }
        }
    }

    /** Of support: the servers that it is for. */
    private static List<String> ids(JsonObject record) {
        List<Json> servers = items(record, "servers");
        return servers.isEmpty() ? List.of(ANY) : servers.stream().map(id -> ((JsonString) id).value()).toList();
    }

    private void price(JsonObject record, JsonObject price, String part, String id, String unit) {
        JsonObject.Builder line = new JsonObject.Builder().put("part", part).put("id", id);
        if (!unit.isEmpty()) {
            line.put("unit", unit);
        }
        prices.add(placed(record, price, line));
    }

    /** The same members, the source as its place in the list of all. */
    private JsonObject placed(JsonObject record, JsonObject fact, JsonObject.Builder line) {
        fact.members().forEach((name, value) -> line.put(name, name.equals("source")
                ? new JsonNumber(place(record, ((JsonString) value).value())) : value));
        return line.build();
    }

    private int place(JsonObject record, String id) {
        Json source = ((JsonObject) record.get("sources").orElseThrow()).get(id).orElseThrow();
        Integer known = sources.putIfAbsent(source, sources.size());
        return known == null ? sources.size() - 1 : known;
    }

    private static Json facts(JsonObject record) {
        JsonObject.Builder facts = new JsonObject.Builder();
        record.members().forEach((name, value) -> {
            if (!ABOUT.contains(name)) {
                facts.put(name, value);
            }
        });
        return facts.build();
    }

    private static List<Json> items(JsonObject record, String name) {
        return record.get(name).orElse(null) instanceof JsonArray array ? array.items() : List.of();
    }

    private static String text(JsonObject record, String name) {
        return ((JsonString) record.get(name).orElseThrow()).value();
    }

    /** Records by id, in the order of their paths. */
    private static Map<String, JsonObject> files(Path directory, int depth) {
        Map<String, JsonObject> records = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(directory, depth)) {
            walk.filter(file -> file.toString().endsWith(".json"))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(file -> {
                        String name = file.getFileName().toString();
                        records.put(name.substring(0, name.length() - ".json".length()), (JsonObject) JacksonJson.read(file));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }
}
