package dev.llmplanner.handover.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.LaunchScript;
import dev.llmplanner.handover.manifest.Kubernetes;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is escaped comes back as it was, through readers that aren't ours. */
class TextTest {

    @TestFactory
    Stream<DynamicTest> aShellTakesEachForOneWord() {
        return each(name -> assertThat(bash("printf %s " + Shell.word(name))).isEqualTo(whole(name).replace("\0", "")));
    }

    @TestFactory
    Stream<DynamicTest> aCommentStaysOneLine() {
        return each(name -> assertThat(bash(Shell.comment(name) + "\nprintf %s safe")).isEqualTo("safe"));
    }

    @TestFactory
    Stream<DynamicTest> yamlReadsEachBackAsText() {
        return each(name -> {
            JsonObject document = Trees.object().put(name.isEmpty() ? "empty" : name, name)
                    .put("list", Trees.array(Trees.texts(name), Trees.object("in", name))).build();
            Object read = new Load(LoadSettings.builder().build()).loadFromString(Yaml.of(document));
            String whole = whole(name);
            assertThat(read).isEqualTo(Map.of(name.isEmpty() ? "empty" : whole, whole,
                    "list", List.of(List.of(whole), Map.of("in", whole))));
        });
    }

    @TestFactory
    Stream<DynamicTest> jsonReadsEachBack() {
        return each(name -> assertThat(new ObjectMapper().readTree(JsonLines.of(Trees.object("name", name)))
                .get("name").asText()).isEqualTo(whole(name)));
    }

    @TestFactory
    Stream<DynamicTest> aSlugIsALabelOfDns() {
        return each(name -> assertThat(Slug.of(name, "model")).matches("[a-z]([a-z0-9-]{0,41}[a-z0-9])?"));
    }

    @TestFactory
    Stream<DynamicTest> aNameChangesNothingOfTheLaunchButItsTitle() {
        return each(name -> {
            Launch launch = Cases.launch(Cases.named("gpt-oss-120b-vllm-1-h100", name));
            String script = new LaunchScript(launch, Cases.words("en")).script();
            String usual = new LaunchScript(Cases.launch("gpt-oss-120b-vllm-1-h100"), Cases.words("en")).script();

            assertThat(script.substring(script.indexOf("set -euo")))
                    .isEqualTo(usual.substring(usual.indexOf("set -euo")));
            assertThat(script.indexOf('\n', script.indexOf('\n') + 1)).isLessThan(script.indexOf("set -euo"));
        });
    }

    @TestFactory
    Stream<DynamicTest> kubernetesKeepsTheNameAsAnAnnotation() {
        return each(name -> {
            Launch launch = Cases.launch(Cases.named("gpt-oss-120b-vllm-1-h100", name));
            String yaml = new Kubernetes(launch, Cases.CATALOG).files().get(0).text().orElseThrow();
            for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
                Map<?, ?> metadata = (Map<?, ?>) ((Map<?, ?>) document).get("metadata");
                assertThat(metadata.get("annotations"))
                        .isEqualTo(Map.of("llm-deployment-planner/plan", whole(name)));
            }
        });
    }

    @Test
    void numbersHaveAPointAndNothingElse() {
        assertThat(Decimal.of(0.92, 4)).isEqualTo("0.92");
        assertThat(Decimal.of(163_840, 4)).isEqualTo("163840");
        assertThat(Decimal.of(-0.00004, 4)).isEqualTo("0");
        assertThat(Decimal.of(1234.5678, 2)).isEqualTo("1234.57");
        assertThat(Decimal.of(-0.5, 1)).isEqualTo("-0.5");
        assertThat(Decimal.of(0, 0)).isEqualTo("0");
        assertThat(Decimal.of(9.999, 2)).isEqualTo("10");
        for (double value : new double[] {0, 0.1, 0.92, -2.5, 1e-7, 3.25e-12, 123456789.125, 9e15, 1.5e20, 163_840, 1 / 7.1}) {
            assertThat(Double.parseDouble(Decimal.precise(value)))
                    .isCloseTo(value, Percentage.withPercentage(1e-8));
        }
        assertThat(Decimal.whole(1e15)).isEqualTo("1000000000000000");
    }

    @TestFactory
    Stream<DynamicTest> bytesAreThoseOfUtf8() {
        return each(name -> assertThat(Utf8.bytes(name))
                .isEqualTo(whole(name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Half a surrogate pair can't be written; it becomes the replacement character. */
    private static String whole(String name) {
        return name.replace("half \ud83d", "half \ufffd");
    }

    private static String bash(String script) throws IOException {
        Process process = new ProcessBuilder("bash").redirectErrorStream(true).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(Utf8.bytes(script));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private interface Verification {
        void of(String name) throws Exception;
    }

    private static Stream<DynamicTest> each(Verification verification) {
        return Hostile.NAMES.stream().map(name -> DynamicTest.dynamicTest(
                JsonLines.quoted(name), () -> verification.of(name)));
    }
}
