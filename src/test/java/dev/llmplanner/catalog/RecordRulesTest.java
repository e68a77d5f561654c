package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"accelerators", "servers", "models"})
    void everyRecordOfTheCatalogMayBeARecordOfOnesOwn(String collection) {
        ((JsonObject) TestCatalog.bundle().get(collection).orElseThrow()).members().forEach((id, record) ->
                assertThat(RecordRules.check(collection, (JsonObject) record, TestCatalog.catalog())).as(id).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                        | missing        | /name",
        "{\"name\": \" \"}                                         | missing        | /name",
        "{\"name\": 7}                                             | wrong-type     | /name",
        "{\"name\": \"x\", \"memory\": {\"usableGiB\": 8000}}      | out-of-range   | /memory/usableGiB",
        "{\"name\": \"x\", \"memory\": {\"usableGiB\": \"80\"}}    | wrong-type     | /memory/usableGiB",
        "{\"name\": \"x\", \"memory\": {\"usableGb\": 80}}         | unknown-member | /memory/usableGb",
        "{\"name\": \"x\", \"memory\": 80}                         | wrong-type     | /memory",
        "{\"name\": \"x\", \"scaleUp\": {\"maxDomain\": 8.5}}      | not-whole      | /scaleUp/maxDomain",
        "{\"name\": \"x\", \"calibration\": \"hoper\"}             | unknown-value  | /calibration",
        "{\"name\": \"x\", \"engines\": [1]}                       | wrong-type     | /engines",
        "{\"name\": \"x\", \"__proto__\": {}}                      | unknown-member | /__proto__"
    })
    void whatCannotStandInAnAcceleratorIsNamed(String record, String code, String pointer) {
        assertThat(RecordRules.check("accelerators", (JsonObject) JacksonJson.parse(record), TestCatalog.catalog()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.pointer()).isEqualTo(pointer);
                });
    }

    @Test
    void itemsOfListsAreNamedByTheirPlace() {
        JsonObject server = (JsonObject) JacksonJson.parse("{\"name\": \"x\", \"vendor\": \"x\", \"kind\": \"server\","
                + "\"accelerator\": \"nvidia-l40s\", \"acceleratorCount\": 8, \"nics\": [{\"count\": 1}, {\"count\": 0}, 7]}");

        assertThat(RecordRules.check("servers", server, TestCatalog.catalog())).extracting(FactProblem::pointer)
                .containsExactly("/nics/1/count", "/nics/2");
    }
}
