package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineServerTest {

    @TestFactory
    Stream<DynamicTest> aPastedCatalogFileAnswersAsItsIdDoes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("hardware-catalog/servers"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String id = file.getFileName().toString().replace(".json", "");
                        JsonObject named = estimate(new JsonString(id));
                        JsonObject pasted = estimate(JacksonJson.read(file));

                        assertThat(pasted.get("verdict")).isEqualTo(named.get("verdict"));
                        assertThat(pasted.get("memoryPerGpu")).isEqualTo(named.get("memoryPerGpu"));
                        assertThat(pasted.get("latency")).isEqualTo(named.get("latency"));
                    }));
        }
    }

    @Test
    void itMayHoldItsAcceleratorAsARecord() {
        JsonObject answer = estimate(JacksonJson.parse("{\"acceleratorCount\": 8, \"accelerator\": "
                + "{\"memory\": {\"usableGiB\": 139.8, \"bandwidthGBps\": 4800}, \"calibration\": \"hopper\"}}"));

        assertThat(answer.get("memoryPerGpu")).isPresent();
    }

    @Test
    void itMayHaveWhatACatalogFileHas() {
        JsonObject schema = (JsonObject) JacksonJson.read(Path.of("hardware-catalog/server.schema.json"));
        JsonObject contract = (JsonObject) ((JsonObject) ((JsonObject) JacksonJson.read(
                Path.of("docs/contract/request.schema.json"))).get("$defs").orElseThrow()).get("server").orElseThrow();

        assertThat(new TreeSet<>(InlineServer.MEMBERS)).isEqualTo(properties(schema));
        assertThat(properties(contract)).isEqualTo(properties(schema));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"acceleratorCount\": 8}                                                            | wrong-type          | server.accelerator",
        "{\"accelerator\": \"nvidia-l40s\"}                                                   | wrong-type          | server.acceleratorCount",
        "{\"accelerator\": \"nvidia-l40s\", \"acceleratorCount\": 0}                          | out-of-range        | server.acceleratorCount",
        "{\"accelerator\": \"nvidia-l40s\", \"acceleratorCount\": 1.5}                        | out-of-range        | server.acceleratorCount",
        "{\"accelerator\": \"nvidia-l41s\", \"acceleratorCount\": 8}                          | unknown-accelerator | server.accelerator",
        "{\"accelerator\": 8, \"acceleratorCount\": 8}                                        | wrong-type          | server.accelerator",
        "{\"accelerator\": {\"memory\": {\"usableGiB\": -1}}, \"acceleratorCount\": 8}        | out-of-range        | server.accelerator.memory.usableGiB",
        "{\"accelerator\": \"nvidia-l40s\", \"acceleratorCount\": 8, \"__proto__\": {}}       | unknown-member      | server.__proto__",
        "{\"accelerator\": \"nvidia-l40s\", \"acceleratorCount\": 8, \"maxPowerKw\": \"10\"}  | wrong-type          | server.maxPowerKw"
    })
    void aRecordThatCannotBeIsRefused(String record, String code, String path) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> estimate(JacksonJson.parse(record)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.path()).isEqualTo(path);
                    assertThat(refused.allowed()).isNotEmpty();
                });
    }

    private static JsonObject estimate(Json server) {
        return TestCatalog.planner().estimate(new JsonObject.Builder()
                .put("model", "llama-3.1-70b").put("server", server).put("nodes", 2).put("fabric", "ib-ndr").build());
    }

    private static Set<String> properties(JsonObject schema) {
        return new TreeSet<>(((JsonObject) schema.get("properties").orElseThrow()).members().keySet());
    }
}
