package dev.llmplanner.handover.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The official schemas, and a YAML parser that isn't ours. */
public final class ManifestSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/handover/schemas");

    private ManifestSchemas() {}

    /** The documents of a file as another parser reads them. */
    public static List<JsonNode> documents(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            documents.add(MAPPER.valueToTree(document));
        }
        return documents;
    }

    /** What breaks the schema of the object's own kind. */
    public static List<String> kubernetes(JsonNode object) throws IOException {
        ObjectNode schemas = (ObjectNode) MAPPER.readTree(FOLDER.resolve("kubernetes.schema.json").toFile());
        JsonNode kind = schemas.at("/kinds/" + object.get("kind").asText());
        if (kind.isMissingNode()) {
            return List.of("no schema for " + object.get("kind"));
        }
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$ref", "#/$defs/" + kind.asText());
        schema.set("$defs", schemas.get("$defs"));
        return violations(schema, object, SpecificationVersion.DRAFT_2020_12);
    }

    public static List<String> compose(JsonNode file) throws IOException {
        ObjectNode schema = (ObjectNode) MAPPER.readTree(FOLDER.resolve("compose.schema.json").toFile());
        schema.remove("$schema");
        withoutIds(schema);
        return violations(schema, file, SpecificationVersion.DRAFT_2019_09);
    }

    /** The file names its parts by draft 4's {@code id}, which later drafts don't know. */
    private static void withoutIds(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        schema.forEach(ManifestSchemas::withoutIds);
    }

    private static List<String> violations(JsonNode schema, JsonNode value, SpecificationVersion version) {
        Schema compiled = SchemaRegistry.withDefaultDialect(version).getSchema(schema);
        return compiled.validate(value).stream().map(Error::toString).toList();
    }
}
