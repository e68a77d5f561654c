package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCheckTest {

    private static final Path FOLDER = Path.of("measurements");
    private static final Json SCHEMA = JacksonJson.parse("""
            {"columns": [
              {"name": "id", "type": "string", "required": true},
              {"name": "gpus", "type": "integer", "required": true},
              {"name": "ms", "type": "number", "required": false},
              {"name": "mode", "type": "string", "required": true, "values": ["a", "b"]},
              {"name": "accelerator", "type": "string", "required": false, "references": "accelerator"}]}
            """);

    private final TableCheck check = new TableCheck(Facts.CATALOG);

    @Test
    void theTablesOfTheRepositoryFollowTheirSchemas() throws IOException {
        assertThat(check.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serving", "throughput", "memory", "collectives", "efficiency"})
    void aTablesSchemaFollowsTheSchemaOfTables(String table) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(Files.readString(FOLDER.resolve("table.schema.json"))));

        assertThat(schema.validate(mapper.readTree(Files.readString(FOLDER.resolve(table + ".schema.json"))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serving", "throughput", "memory", "collectives", "efficiency"})
    void theReadMeStatesTheNumberOfRows(String table) throws IOException {
        int rows = CsvTable.parse(Files.readString(FOLDER.resolve(table + ".csv"))).rows().size();

        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains(String.format(Locale.ROOT, "| `%s.csv` | %,d |", table, rows));
    }

    @Test
    void theReadMeStatesTheNumberOfRowsOfEachStatus() throws IOException {
        CsvTable serving = CsvTable.parse(Files.readString(FOLDER.resolve("serving.csv")));
        int status = serving.header().indexOf("status");
        Map<String, Long> counts = serving.rows().stream()
                .collect(Collectors.groupingBy(row -> row.fields().get(status), Collectors.counting()));

        String readMe = Files.readString(FOLDER.resolve("README.md"));
        counts.forEach((name, rows) -> assertThat(readMe)
                .contains(String.format(Locale.ROOT, "| `%s` | %,d |", name, rows)));
    }

    @Test
    void aGoodTableHasNoFinding() {
        assertThat(findings("1,8,2.5e3,a,nvidia-h200-sxm-141gb\n2,16,,b,\n")).isEmpty();
    }

    @Test
    void aMessageNamesLineColumnAndValue() {
        assertThat(findings("1,8,,a,\n2,eight,,a,\n")).containsExactly("measurements/x.csv: line 3, gpus is eight; "
                + "the column holds integers. Follow measurements/x.schema.json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,,,a,\n", "1,8,fast,a,\n", "1,8,,c,\n", "1,8,,a,h200\n", "1,8,,a,\n1,8,,a,\n", "1,8,,a\n"})
    void aFieldThatBreaksItsColumnIsFound(String rows) {
        assertThat(findings(rows)).hasSize(1);
    }

    @Test
    void otherColumnsAreFound() {
        assertThat(check.check("measurements/x.csv", "id,gpu\n1,8\n", SCHEMA)).hasSize(1);
    }

    private List<String> findings(String rows) {
        return Facts.messages(check.check("measurements/x.csv", "id,gpus,ms,mode,accelerator\n" + rows, SCHEMA));
    }
}
