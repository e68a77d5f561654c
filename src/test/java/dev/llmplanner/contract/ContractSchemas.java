package dev.llmplanner.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The schemas of {@code docs/contract}. */
final class ContractSchemas {

    static final Path DIRECTORY = Path.of("docs/contract");

    private static final String BASE = "file:///contract/";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(id -> id.startsWith(BASE) ? text(id.substring(BASE.length())) : null));

    private ContractSchemas() {}

    /** What breaks that schema; {@code name} is request, result or error. */
    static List<String> violations(String name, Json value) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
        try {
            return schema.validate(MAPPER.readTree(JacksonJson.compact(value))).stream().map(Error::toString).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema as a tree. */
    static JsonObject tree(String name) {
        return (JsonObject) JacksonJson.parse(text(name + ".schema.json"));
    }

    /** The value at that path of member names. */
    static Json at(Json root, String... path) {
        Json value = root;
        for (String name : path) {
            value = ((JsonObject) value).get(name).orElseThrow(() -> new AssertionError("no " + name));
        }
        return value;
    }

    /** Names of the properties of an object's schema. */
    static Set<String> properties(Json schema) {
        return new TreeSet<>(((JsonObject) at(schema, "properties")).members().keySet());
    }

    /** The values of an enumeration's schema. */
    static List<String> values(Json schema) {
        return ((JsonArray) at(schema, "enum")).items().stream().map(item -> ((JsonString) item).value()).toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
