package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogBundleTest {
    @TempDir
    private Path root;

    @BeforeEach
    void catalogs() throws IOException {
        file("models-catalog/vendors.json", """
                {"$schema": "x", "vendors": {"b": {"name": {"en": "B"}, "aliases": ["bee"]}}}""");
        file("hardware-catalog/vendors.json", """
                {"$schema": "x", "vendors": {"a": {"name": {"en": "A"}}, "b": {"name": {"en": "B2"}, "aliases": ["be", "bee"]}}}""");
        file("models-catalog/b/beta.json", """
                {"$schema": "x", "name": "Beta", "remarks": "r", "sources": {"s": {"title": "T"}}, "provenance": {"": ["s"]}}""");
        file("models-catalog/a/zeta.json", "{\"$schema\": \"x\", \"name\": \"Zeta\", \"sources\": {\"q\": {\"title\": \"T\"}}}");
        file("hardware-catalog/accelerators/b/gpu.json", "{\"name\": \"GPU\", \"prices\": [1], \"sources\": {\"s\": {\"title\": \"U\"}}}");
        file("docs/model/formulas.json", "{}");
        file("calibration/constants.json", """
                {"$schema": "x", "version": "1", "provenances": {"p": "why"},
                 "constants": [{"name": "n", "scope": "s", "value": 2, "unit": "u", "provenance": "p"}]}""");
        file("hardware-catalog/servers/box.json", "{\"name\": \"Box\", \"vendor\": \"b\", \"sourcePath\": \"p\"}");
    }

    @Test
    void recordsStandByIdInTheOrderOfTheirPathsWithoutWhatOnlyTheirPageShows() {
        assertThat(JacksonJson.compact(CatalogBundle.read(root, "1").catalog())).isEqualTo("""
                {"version":"1",\
                "vendors":{"a":{"name":{"en":"A"}},"b":{"name":{"en":"B"},"aliases":["bee","be"]}},\
                "models":{"zeta":{"vendor":"a","name":"Zeta"},"beta":{"vendor":"b","name":"Beta"}},\
                "accelerators":{"gpu":{"vendor":"b","name":"GPU"}},\
                "servers":{"box":{"name":"Box","vendor":"b"}},\
                "fabrics":{},\
                "constants":{"version":"1","constants":[{"name":"n","scope":"s","value":2}]},"formulas":{}}""");
    }

    @Test
    void theDateIsThatOfTheNewestSource() throws IOException {
        file("models-catalog/a/dated.json", """
                {"name": "D", "sources": {"a": {"title": "A", "date": "2026-05"}, "b": {"title": "B", "date": "2026-08-21"},
                 "c": {"title": "C", "date": "2025-12-31"}}}""");

        assertThat(CatalogBundle.read(root, "1").catalog().get("date")).contains(new JsonString("2026-08-21"));
    }

    @Test
    void detailsHoldTheRestAndEachSourceOnce() {
        assertThat(JacksonJson.compact(CatalogBundle.read(root, "1").details())).isEqualTo("""
                {"version":"1",\
                "sources":[{"title":"T"},{"title":"U"}],\
                "models":{"zeta":{"sources":{"q":0}},"beta":{"remarks":"r","sources":{"s":0},"provenance":{"":["s"]}}},\
                "accelerators":{"gpu":{"prices":[1],"sources":{"s":1}}},\
                "servers":{"box":{"sourcePath":"p"}},\
                "fabrics":{},\
                "constants":{"$schema":"x","version":"1","provenances":{"p":"why"},\
                "constants":[{"name":"n","scope":"s","value":2,"unit":"u","provenance":"p"}]}}""");
    }

    @Test
    void everyRecordOfTheRepositoryIsInBoth() {
        CatalogBundle bundle = CatalogBundle.read(Path.of("."), "1");

        for (String kind : new String[] {"models", "accelerators", "servers", "fabrics"}) {
            assertThat(members(bundle.catalog(), kind)).isNotEmpty().isEqualTo(members(bundle.details(), kind));
        }
    }

    private static Iterable<String> members(JsonObject bundle, String kind) {
        Json records = bundle.get(kind).orElseThrow();
        return ((JsonObject) records).members().keySet();
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
