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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The catalogs as two objects: what every estimate and table needs, and what only a record's own page shows.
 *
 * <p>Records stand in the order of their paths. A record's {@code sources} become numbers in one table of sources, since
 * many records cite the same ones.
 *
 * @param catalog {@code {version, vendors, models, accelerators, servers, fabrics, date}}, records by id
 * @param details {@code {version, sources: […], models, accelerators, servers, fabrics}}, the left-out parts by id; a
 *     record's {@code sources} map its source ids to places in the table
 */
public record CatalogBundle(JsonObject catalog, JsonObject details) {
    private static final Set<String> DETAILS = Set.of("sources", "provenance", "derivedNames", "prices", "rents", "notes", "fieldNotes",
            "rejectedClaims", "remarks", "latencies", "measured", "checkpointNote", "sourcePath", "releasedBasis", "deviation",
            "inferred", "specification", "availability", "cpu", "scaleUpFabric", "powerSupplies", "switch",
            "portsPer8GpuNode");

    /** The same inside a member that otherwise stays. */
    private static final Map<String, Set<String>> INNER_DETAILS = Map.of(
            "licence", Set.of("note"), "architecture", Set.of("layerPattern"), "scaleUp", Set.of("topology"));

    /** Reads the catalogs of a working copy. */
    public static CatalogBundle read(Path root, String version) {
        return new Reader(root).read(version);
    }

    private static final class Reader {
        /** Letters of a whole date, 2026-08-21. */
        private static final int DAY = 10;

        private final Path root;
        private final Map<Json, Integer> sources = new LinkedHashMap<>();

        Reader(Path root) {
            this.root = root;
        }

        CatalogBundle read(String version) {
            JsonObject.Builder catalog = new JsonObject.Builder().put("version", version);
            JsonObject.Builder details = new JsonObject.Builder();
            catalog.put("vendors", vendors());
            kind("models", root.resolve("models-catalog"), 2, catalog, details);
            kind("accelerators", root.resolve("hardware-catalog/accelerators"), 2, catalog, details);
            kind("servers", root.resolve("hardware-catalog/servers"), 1, catalog, details);
            kind("fabrics", root.resolve("hardware-catalog/fabrics"), 1, catalog, details);
            constants((JsonObject) JacksonJson.read(root.resolve("calibration/constants.json")), catalog, details);
            catalog.put("formulas", JacksonJson.read(root.resolve("docs/model/formulas.json")));
            newestDate().ifPresent(date -> catalog.put("date", date));
            JsonObject.Builder all = new JsonObject.Builder().put("version", version)
                    .put("sources", new JsonArray(List.copyOf(sources.keySet())));
            details.build().members().forEach(all::put);
            return new CatalogBundle(catalog.build(), all.build());
        }

        /** The newest day on which a source was read or dated. */
        private Optional<String> newestDate() {
            return sources.keySet().stream()
                    .map(source -> ((JsonObject) source).get("date").orElse(null))
                    .filter(date -> date instanceof JsonString text && text.value().length() == DAY)
                    .map(date -> ((JsonString) date).value()).max(Comparator.naturalOrder());
        }

        /** What the engine needs of the constants; their units, ranges and origins are for readers. */
        private static void constants(JsonObject file, JsonObject.Builder catalog, JsonObject.Builder details) {
            List<Json> needed = new ArrayList<>();
            for (Json constant : ((JsonArray) file.get("constants").orElseThrow()).items()) {
                JsonObject.Builder one = new JsonObject.Builder();
                for (String member : List.of("name", "scope", "value")) {
                    ((JsonObject) constant).get(member).ifPresent(value -> one.put(member, value));
                }
                needed.add(one.build());
            }
            JsonObject.Builder constants = new JsonObject.Builder();
            file.members().forEach((name, value) -> {
                if (name.equals("constants")) {
                    constants.put(name, new JsonArray(needed));
                } else if (!name.equals("$schema") && !name.equals("provenances")) {
                    constants.put(name, value);
                }
            });
            catalog.put("constants", constants.build());
            details.put("constants", file);
        }

        /** Vendors of models and of hardware in one table; one that makes both keeps its first name and all its aliases. */
        private Json vendors() {
            Map<String, Json> all = new TreeMap<>();
            for (String file : List.of("models-catalog/vendors.json", "hardware-catalog/vendors.json")) {
                JsonObject read = (JsonObject) JacksonJson.read(root.resolve(file));
                ((JsonObject) read.get("vendors").orElseThrow()).members()
                        .forEach((id, vendor) -> all.merge(id, vendor, Reader::joined));
            }
            all.replaceAll((id, vendor) -> named((JsonObject) vendor));
            return new JsonObject(all);
        }

        /** A Chinese name only where it is another: the reader takes the English one else. */
        private static JsonObject named(JsonObject vendor) {
            JsonObject name = (JsonObject) vendor.get("name").orElseThrow();
            if (!name.get("zh-CN").equals(name.get("en"))) {
                return vendor;
            }
            Map<String, Json> members = new LinkedHashMap<>(vendor.members());
            members.put("name", new JsonObject.Builder().put("en", name.get("en").orElseThrow()).build());
            return new JsonObject(members);
        }

        private static Json joined(Json first, Json second) {
            Set<Json> aliases = new LinkedHashSet<>();
            for (Json vendor : List.of(first, second)) {
                if (((JsonObject) vendor).get("aliases").orElse(null) instanceof JsonArray array) {
                    aliases.addAll(array.items());
                }
            }
            Map<String, Json> members = new LinkedHashMap<>(((JsonObject) first).members());
            if (!aliases.isEmpty()) {
                members.put("aliases", new JsonArray(List.copyOf(aliases)));
            }
            return new JsonObject(members);
        }

        /** All records that stand so many directories deep; with two, the upper directory is the vendor. */
        private void kind(String name, Path directory, int depth, JsonObject.Builder catalog, JsonObject.Builder details) {
            JsonObject.Builder records = new JsonObject.Builder();
            JsonObject.Builder rest = new JsonObject.Builder();
            for (Path file : files(directory, depth)) {
                String fileName = file.getFileName().toString();
                String id = fileName.substring(0, fileName.length() - ".json".length());
                JsonObject.Builder record = new JsonObject.Builder();
                JsonObject.Builder detail = new JsonObject.Builder();
                if (depth == 2) {
                    record.put("vendor", file.getParent().getFileName().toString());
                }
                split((JsonObject) JacksonJson.read(file), record, detail);
                records.put(id, record.build());
                rest.put(id, detail.build());
            }
            catalog.put(name, records.build());
            details.put(name, rest.build());
        }

        private void split(JsonObject file, JsonObject.Builder record, JsonObject.Builder detail) {
            for (Map.Entry<String, Json> member : file.members().entrySet()) {
                String key = member.getKey();
                if (key.equals("sources")) {
                    detail.put(key, numbered((JsonObject) member.getValue()));
                } else if (DETAILS.contains(key)) {
                    detail.put(key, member.getValue());
                } else if (INNER_DETAILS.containsKey(key) && member.getValue() instanceof JsonObject inner) {
                    split(key, inner, record, detail);
                } else if (!key.equals("$schema")) {
                    record.put(key, member.getValue());
                }
            }
        }

        private static void split(String key, JsonObject inner, JsonObject.Builder record, JsonObject.Builder detail) {
            Map<String, Json> kept = new LinkedHashMap<>();
            Map<String, Json> left = new LinkedHashMap<>();
            inner.members().forEach((name, value) ->
                    (INNER_DETAILS.get(key).contains(name) ? left : kept).put(name, value));
            record.put(key, new JsonObject(kept));
            if (!left.isEmpty()) {
                detail.put(key, new JsonObject(left));
            }
        }

        private Json numbered(JsonObject cited) {
            JsonObject.Builder numbers = new JsonObject.Builder();
            for (Map.Entry<String, Json> source : cited.members().entrySet()) {
                Integer known = sources.putIfAbsent(source.getValue(), sources.size());
                numbers.put(source.getKey(), new JsonNumber(known == null ? sources.size() - 1 : known));
            }
            return numbers.build();
        }

        private static List<Path> files(Path directory, int depth) {
            if (!Files.isDirectory(directory)) {
                return List.of();
            }
            List<Path> files = new ArrayList<>();
            try (Stream<Path> walk = Files.walk(directory, depth)) {
                walk.filter(file -> directory.relativize(file).getNameCount() == depth)
                        .filter(file -> file.toString().endsWith(".json"))
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }
    }
}
