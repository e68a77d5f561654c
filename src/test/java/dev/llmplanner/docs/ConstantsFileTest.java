package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The constants file follows its schema and its own words. */
class ConstantsFileTest {

    private static final Set<String> FITTED = Set.of("fitted-serving", "fitted-ttft");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = read("constants.json");
    }

    private static JsonNode read(String name) throws IOException {
        return MAPPER.readTree(Files.readString(Path.of("calibration", name)));
    }

    @Test
    void fileFollowsItsSchema() throws IOException {
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read("constants.schema.json"))
                .validate(file);

        assertThat(errors).isEmpty();
    }

    @Test
    void everyProvenanceIsExplainedAndUsed() {
        Set<String> used = new HashSet<>();
        file.get("constants").forEach(constant -> used.add(constant.get("provenance").asText()));
        Set<String> explained = new HashSet<>();
        file.get("provenances").fieldNames().forEachRemaining(explained::add);

        assertThat(used).isEqualTo(explained);
    }

    @Test
    void valuesThatWereNotFittedLieInTheirRange() {
        List<String> outside = new ArrayList<>();
        for (JsonNode constant : file.get("constants")) {
            JsonNode range = constant.get("range");
            boolean checked = range != null && !FITTED.contains(constant.get("provenance").asText());
            if (checked && !(range.get(0).asDouble() <= constant.get("value").asDouble()
                    && constant.get("value").asDouble() <= range.get(1).asDouble())) {
                outside.add(constant.toString());
            }
        }

        assertThat(outside).isEmpty();
    }

    @Test
    void rangesRise() {
        for (JsonNode constant : file.get("constants")) {
            if (constant.has("range")) {
                assertThat(constant.get("range").get(0).asDouble()).as(constant.toString())
                        .isLessThanOrEqualTo(constant.get("range").get(1).asDouble());
            }
        }
    }

    @Test
    void eachNameStandsOnceInEachScope() {
        List<String> names = new ArrayList<>();
        file.get("constants").forEach(constant ->
                names.add(constant.get("name").asText() + " " + constant.path("scope").asText("")));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void fractionsAreAtMostOne() {
        for (JsonNode constant : file.get("constants")) {
            if (constant.get("unit").asText().equals("fraction")) {
                assertThat(constant.get("value").asDouble()).as(constant.toString()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void scopesAreClassesAndEngines() throws IOException {
        Set<String> words = new HashSet<>(Set.of("small"));
        JsonNode definitions = read("constants.schema.json").get("$defs");
        definitions.get("class").get("enum").forEach(word -> words.add(word.asText()));
        definitions.get("engine").get("enum").forEach(word -> words.add(word.asText()));

        for (JsonNode constant : file.get("constants")) {
            if (constant.has("scope")) {
                assertThat(words).as(constant.toString()).contains(constant.get("scope").asText().split("/"));
            }
        }
    }

    @Test
    void measuredAcceleratorsAreInTheCatalog() {
        file.get("measured").get("accelerators").forEach(id ->
                assertThat(TestCatalog.catalog().accelerator(id.asText())).as(id.asText()).isPresent());
    }
}
