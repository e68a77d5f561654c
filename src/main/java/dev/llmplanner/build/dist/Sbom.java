package dev.llmplanner.build.dist;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is in dist and isn't the project's own, as a CycloneDX 1.5 document. Without a clock: equal contents, equal bytes. */
final class Sbom {
    /** Its name in dist. */
    static final String FILE = "sbom.cdx.json";

    private static final String NAME = "llm-deployment-planner";

    private Sbom() {
    }

    static JsonObject of(String version, List<Library> libraries) {
        JsonArray components = array(libraries, Sbom::component);
        JsonObject own = new JsonObject.Builder().put("type", "application").put("bom-ref", NAME).put("name", NAME)
                .put("version", version).put("licenses", licences("Apache-2.0")).build();
        return new JsonObject.Builder()
                .put("bomFormat", "CycloneDX").put("specVersion", "1.5")
                .put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(
                        (version + ScriptText.of(components)).getBytes(StandardCharsets.UTF_8)))
                .put("version", 1)
                .put("metadata", new JsonObject.Builder().put("component", own).build())
                .put("components", components)
                .put("dependencies", new JsonArray(List.of(new JsonObject.Builder().put("ref", NAME)
                        .put("dependsOn", array(libraries, library -> new JsonString(library.name()))).build())))
                .build();
    }

    private static Json component(Library library) {
        JsonObject.Builder component = new JsonObject.Builder().put("type", "library").put("bom-ref", library.name())
                .put("name", library.name());
        if (!library.version().isEmpty()) {
            component.put("version", library.version());
        }
        component.put("scope", "required").put("licenses", licences(library.licence()));
        if (!library.purl().isEmpty()) {
            component.put("purl", library.purl());
        }
        return component
                .put("evidence", new JsonObject.Builder().put("occurrences", array(library.files(),
                        file -> new JsonObject.Builder().put("location", file).build())).build())
                .put("properties", array(library.texts(), file -> new JsonObject.Builder()
                        .put("name", NAME + ":licence-text").put("value", file).build()))
                .build();
    }

    private static Json licences(String id) {
        return new JsonArray(List.of(new JsonObject.Builder()
                .put("license", new JsonObject.Builder().put("id", id).build()).build()));
    }

    private static <T> JsonArray array(List<T> items, Function<T, Json> json) {
        return new JsonArray(items.stream().map(json).toList());
    }
}
