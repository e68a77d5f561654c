package dev.llmplanner.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of options: its shape, and that every option names a source that is there. */
class HandoverCatalogTest {

    private static final Path FOLDER = Path.of("handover-catalog");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void filesFollowTheirSchemas() throws IOException {
        for (Path file : engines()) {
            assertThat(violations("engine.schema.json", file)).as(file.toString()).isEmpty();
        }
        assertThat(violations("devices.schema.json", FOLDER.resolve("devices.json"))).isEmpty();
    }

    @Test
    void everyOptionStandsOnceAndHasASource() throws IOException {
        for (Path file : engines()) {
            JsonNode engine = MAPPER.readTree(file.toFile());
            Set<String> used = new HashSet<>();
            engine.get("images").forEach(image -> used.add(image.get("source").asText()));
            for (String list : List.of("options", "benchmark", "router", "guidellm")) {
                Set<String> names = new HashSet<>();
                for (JsonNode option : engine.path(list)) {
                    assertThat(names.add(option.get("name").asText())).as("%s stands twice", option).isTrue();
                    option.get("sources").forEach(source -> used.add(source.asText()));
                }
            }
            Set<String> known = new HashSet<>();
            engine.get("sources").fieldNames().forEachRemaining(known::add);
            assertThat(known).as(file.toString()).isEqualTo(used);
        }
    }

    private static List<Path> engines() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("engines"))) {
            return files.sorted().toList();
        }
    }

    private static List<String> violations(String schema, Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(FOLDER.resolve(schema).toFile()))
                .validate(MAPPER.readTree(file.toFile())).stream().map(Error::toString).toList();
    }
}
