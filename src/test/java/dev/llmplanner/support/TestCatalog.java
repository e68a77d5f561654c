package dev.llmplanner.support;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ConstantsReader;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repository's catalogs, read once for all tests. */
public final class TestCatalog {

    private static final Constants CONSTANTS =
            ConstantsReader.read((JsonObject) JacksonJson.parse(text(Path.of("calibration/constants.json"))));
    private static final Catalog CATALOG = CatalogReader.read(bundle(), CONSTANTS);

    private TestCatalog() {}

    public static Constants constants() {
        return CONSTANTS;
    }

    public static Catalog catalog() {
        return CATALOG;
    }

    /** Every record file of the catalogs as one tree, in the shape of the bundle. */
    public static JsonObject bundle() {
        Map<String, Json> vendors = new LinkedHashMap<>();
        for (String file : List.of("models-catalog/vendors.json", "hardware-catalog/vendors.json")) {
            vendors.putAll(((JsonObject) ((JsonObject) JacksonJson.parse(text(Path.of(file))))
                    .get("vendors").orElseThrow()).members());
        }
        return new JsonObject.Builder()
                .put("version", "test")
                .put("vendors", new JsonObject(vendors))
                .put("models", records(Path.of("models-catalog"), true))
                .put("accelerators", records(Path.of("hardware-catalog/accelerators"), true))
                .put("servers", records(Path.of("hardware-catalog/servers"), false))
                .put("fabrics", records(Path.of("hardware-catalog/fabrics"), false))
                .build();
    }

    private static JsonObject records(Path folder, boolean byVendor) {
        Map<String, Json> records = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder, byVendor ? 2 : 1)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !byVendor || !file.getParent().equals(folder))
                    .sorted()
                    .forEach(file -> {
                        JsonObject record = (JsonObject) JacksonJson.parse(text(file));
                        Map<String, Json> members = new LinkedHashMap<>(record.members());
                        if (byVendor) {
                            members.put("vendor", new JsonString(file.getParent().getFileName().toString()));
                        }
                        String name = file.getFileName().toString();
                        records.put(name.substring(0, name.length() - ".json".length()), new JsonObject(members));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonObject(records);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
