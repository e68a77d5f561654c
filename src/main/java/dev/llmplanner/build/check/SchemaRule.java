package dev.llmplanner.build.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A file follows the JSON Schema of its kind. */
public final class SchemaRule implements Rule {

    private final Path root;
    private final ObjectMapper mapper = new ObjectMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<CatalogKind, Schema> schemas = new EnumMap<>(CatalogKind.class);

    /** A rule that takes the schemas from a repository. */
    public SchemaRule(Path root) {
        this.root = root;
    }

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        for (Error error : schema(file.kind()).validate(tree(file))) {
            String pointer = error.getInstanceLocation().toString();
            if (error.getProperty() != null && error.getKeyword().equals("additionalProperties")) {
                pointer = Pointers.append(pointer, error.getProperty());
            }
            findings.add(file.finding(pointer, error.getMessage(), remedy(error, file.kind())));
        }
        return findings;
    }

    private static String remedy(Error error, CatalogKind kind) {
        return switch (error.getKeyword()) {
            case "required" -> "Add the key.";
            case "additionalProperties", "unevaluatedProperties" -> "Remove the key, or spell it as " + kind.schema()
                    + " does.";
            case "exclusiveMinimum" -> "Leave the key out when the fact is unknown.";
            default -> "Follow " + kind.schema() + ".";
        };
    }

    private Schema schema(CatalogKind kind) {
        return schemas.computeIfAbsent(kind, k -> {
            try {
                return registry.getSchema(mapper.readTree(Files.readString(root.resolve(k.schema()))));
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the schema " + k.schema(), e);
            }
        });
    }

    private JsonNode tree(CatalogFile file) {
        try {
            return mapper.readTree(file.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was readable before: " + file.path(), e);
        }
    }
}
