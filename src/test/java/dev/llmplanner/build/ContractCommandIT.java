package dev.llmplanner.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.Planner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs the catalog that the build bundles beside the classes. */
class ContractCommandIT {

    private static final String REQUEST =
            "{\"model\": \"llama-3.1-70b\", \"accelerator\": \"nvidia-h200-sxm-141gb\", \"gpus\": 4}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aResultGoesToStandardOutput(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("request.json"), REQUEST);

        int status = estimate("", file.toString());

        assertThat(status).isZero();
        assertThat(text((JsonObject) JacksonJson.parse(out.toString(StandardCharsets.UTF_8)), "verdict"))
                .isEqualTo("fits");
        assertThat(err.size()).isZero();
    }

    @Test
    void aDashReadsStandardInput() throws IOException {
        assertThat(estimate(REQUEST, "-")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"verdict\"");
    }

    /** Its small letter of I has no dot: of Instruct, ınstruct would be left. */
    @ParameterizedTest
    @ValueSource(strings = {"META-LLAMA/LLAMA-3.1-70B-INSTRUCT", "meta-llama/Llama-3.1-70B-Instruct", "meta-llama/llama-3.1-70b-instruct"})
    void aMachineThatSpeaksTurkishFindsTheSameModel(String repository, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("request.json"), REQUEST.replace("llama-3.1-70b", repository));
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Duser.language=tr", "-Duser.country=TR", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "dev.llmplanner.build.Main",
                "estimate", file.toString()).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("\"verdict\"");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aRefusedRequestGoesToStandardErrorAsJson() throws IOException {
        int status = estimate("{\"model\": \"llama-9\", \"accelerator\": \"nvidia-h200-sxm-141gb\"}", "-");

        assertThat(status).isEqualTo(1);
        assertThat(out.size()).isZero();
        JsonObject error = (JsonObject) JacksonJson.parse(err.toString(StandardCharsets.UTF_8));
        assertThat(text(error, "code")).isEqualTo("unknown-model");
        assertThat(text(error, "path")).isEqualTo("model");
        assertThat(error.get("allowed")).isPresent();
    }

    @Test
    void whatIsNoRequestEndsWithTwoAndSaysWhy() throws IOException {
        assertThat(estimate("{", "-")).isEqualTo(2);
        assertThat(estimate("[]", "-")).isEqualTo(2);
        assertThat(estimate("", "no-such-file.json")).isEqualTo(2);
        assertThat(estimate("")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("can't be read as JSON", "holds no object",
                "no-such-file.json", "estimate takes one file");
    }

    @Test
    void explainAnswersTheSameRequests() throws IOException {
        int status = ContractCommand.run("explain", Planner::explain, List.of("-"), in(REQUEST),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"memoryPerGpu.weightsBytes\"", "\"expression\"");
    }

    private int estimate(String input, String... arguments) throws IOException {
        return ContractCommand.run("estimate", Planner::estimate, List.of(arguments), in(input),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }
}
