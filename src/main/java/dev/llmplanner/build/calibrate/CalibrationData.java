package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.check.CsvTable;
import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.contract.Deployments;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command reads: catalogs with the small models that only calibration knows, the constants file, and tables.
 */
final class CalibrationData {

    private static final List<String> SMALL_MODELS = List.of("llama-3.1-8b", "qwen3-32b");

    private final Path root;
    private final JsonObject constantsFile;
    private final Catalog catalog;
    private final Deployments deployments;

    CalibrationData(Path root) {
        this.root = root;
        JsonObject bundle = withSmallModels(root, CatalogBundle.read(root, "calibration").catalog());
        this.constantsFile = (JsonObject) JacksonJson.read(root.resolve("calibration/constants.json"));
        Constants constants = CatalogReader.constants(bundle);
        this.catalog = CatalogReader.read(bundle, constants);
        this.deployments = new Deployments(catalog, constants);
    }

    private static JsonObject withSmallModels(Path root, JsonObject bundle) {
        Map<String, Json> models = new LinkedHashMap<>(((JsonObject) bundle.get("models").orElseThrow()).members());
        for (String id : SMALL_MODELS) {
            models.put(id, JacksonJson.read(root.resolve("calibration/models/" + id + ".json")));
        }
        Map<String, Json> all = new LinkedHashMap<>(bundle.members());
        all.put("models", new JsonObject(models));
        return new JsonObject(all);
    }

    /** The constants file as it is. */
    JsonObject constantsFile() {
        return constantsFile;
    }

    Catalog catalog() {
        return catalog;
    }

    Deployments deployments() {
        return deployments;
    }

    /** Rows of a table in {@code measurements/}, by column. */
    List<Row> rows(String table) {
        try {
            CsvTable csv = CsvTable.parse(Files.readString(root.resolve("measurements/" + table)));
            return csv.rows().stream().map(row -> new Row(csv.header(), row.fields())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of a table. */
    record Row(List<String> header, List<String> fields) {

        String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column);
            }
            return fields.get(index);
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
