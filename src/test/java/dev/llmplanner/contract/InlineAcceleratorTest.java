package dev.llmplanner.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineAcceleratorTest {

    private static final Path CATALOG = Path.of("hardware-catalog");

    @TestFactory
    Stream<DynamicTest> aPastedCatalogFileAnswersAsItsIdDoes() throws IOException {
        try (Stream<Path> files = Files.walk(CATALOG.resolve("accelerators"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String id = file.getFileName().toString().replace(".json", "");
                        JsonObject named = estimate(new JsonString(id));
                        JsonObject pasted = estimate(read(file));

                        assertThat(pasted.get("verdict")).isEqualTo(named.get("verdict"));
                        assertThat(pasted.get("memoryPerGpu")).isEqualTo(named.get("memoryPerGpu"));
                        assertThat(pasted.get("operators")).isEqualTo(named.get("operators"));
                    }));
        }
    }

    @Test
    void itMayHaveWhatACatalogFileHas() {
        JsonObject schema = (JsonObject) read(CATALOG.resolve("accelerator.schema.json"));

        assertThat(sorted(InlineAccelerator.MEMBERS, "vendor")).isEqualTo(properties(schema));
        assertThat(sorted(InlineAccelerator.MEMORY)).isEqualTo(properties(inner(schema, "memory")));
        assertThat(sorted(InlineAccelerator.DENSE_TFLOPS)).isEqualTo(properties(inner(schema, "denseTflops")));
        assertThat(sorted(InlineAccelerator.SCALE_UP)).isEqualTo(properties(inner(schema, "scaleUp")));
        assertThat(sorted(InlineAccelerator.HOST_LINK)).isEqualTo(properties(inner(schema, "hostLink")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"memory\": {\"usableGiB\": 0}}                                  | out-of-range   | accelerator.memory.usableGiB",
        "{\"memory\": {\"usableGiB\": -1}}                                 | out-of-range   | accelerator.memory.usableGiB",
        "{\"memory\": {\"bandwidthGBps\": 1e99}}                           | out-of-range   | accelerator.memory.bandwidthGBps",
        "{\"memory\": {\"usableGib\": 80}}                                 | unknown-member | accelerator.memory.usableGib",
        "{\"memory\": 80}                                                  | wrong-type     | accelerator.memory",
        "{\"denseTflops\": {\"bf16\": 0}}                                  | out-of-range   | accelerator.denseTflops.bf16",
        "{\"denseTflops\": {\"fp6\": 1}}                                   | unknown-member | accelerator.denseTflops.fp6",
        "{\"scaleUp\": {\"perDirectionGBps\": 0}}                          | out-of-range   | accelerator.scaleUp.perDirectionGBps",
        "{\"scaleUp\": {\"perDirectionGBps\": 450, \"maxDomain\": 0}}      | out-of-range   | accelerator.scaleUp.maxDomain",
        "{\"hostLink\": {\"perDirectionGBps\": \"fast\"}}                  | wrong-type     | accelerator.hostLink.perDirectionGBps",
        "{\"devicesPerPackage\": 0}                                        | out-of-range   | accelerator.devicesPerPackage",
        "{\"calibration\": \"hoper\"}                                      | wrong-type     | accelerator.calibration",
        "{\"memoryGB\": 80}                                                | unknown-member | accelerator.memoryGB"
    })
    void aFigureThatCannotBeIsRefused(String record, String code, String path) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> estimate(JacksonJson.parse(record)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.path()).isEqualTo(path);
                    assertThat(refused.allowed()).isNotEmpty();
                });
    }

    private static JsonObject estimate(Json accelerator) {
        return TestCatalog.planner().estimate(new JsonObject.Builder()
                .put("model", "llama-3.1-70b").put("accelerator", accelerator).put("gpus", 8).build());
    }

    private static Json read(Path file) {
        try {
            return JacksonJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sorted(List<String> names, String... without) {
        Set<String> sorted = new TreeSet<>(names);
        sorted.removeAll(List.of(without));
        return sorted;
    }

    private static JsonObject inner(JsonObject schema, String name) {
        return (JsonObject) ((JsonObject) schema.get("properties").orElseThrow()).get(name).orElseThrow();
    }

    private static Set<String> properties(JsonObject schema) {
        return new TreeSet<>(((JsonObject) schema.get("properties").orElseThrow()).members().keySet());
    }
}
