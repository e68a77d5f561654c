package dev.llmplanner.contract;

import static dev.llmplanner.contract.ContractSchemas.at;
import static dev.llmplanner.contract.ContractSchemas.tree;
import static dev.llmplanner.contract.ContractSchemas.values;
import static dev.llmplanner.contract.ContractSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Constraint;
import dev.llmplanner.planning.RankBy;
import dev.llmplanner.planning.Searches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of searches. The example's answer is written by {@code mvn test -Dtest=SearchContractTest
 * -Dgoldens.update=true}; its diff is the review.
 */
class SearchContractTest {

    private static final Path EXAMPLES = ContractSchemas.DIRECTORY.resolve("examples/search");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/plans");
    private static final JsonDifference DIFFERENCE = new JsonDifference(1e-9);

    @TestFactory
    Stream<DynamicTest> requestsAndAnswersFollowTheSchemas() {
        return Stream.concat(files(EXAMPLES, ".request.json"), files(GOLDEN, ".json")).map(file ->
                DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    JsonObject request = read(file);
                    JsonObject answer = Searches.answer(request);

                    assertThat(violations("search-request", request)).isEmpty();
                    assertThat(violations("search-result", answer)).isEmpty();
                    for (Json plan : ((JsonArray) at(answer, "plans")).items()) {
                        assertThat(violations("request", at(plan, "request"))).isEmpty();
                    }
                }));
    }

    @Test
    void plansWithSeparatePoolsFollowTheSchemas() {
        JsonObject answer = Searches.answer("""
                {'models': ['deepseek-r1'], 'servers': ['nvidia-dgx-h200'], 'modes': ['aggregated', 'disaggregated'],
                 'engines': ['sglang'], 'demand': {'concurrency': 300}, 'slo': {'tpotSeconds': 0.05}}""");

        assertThat(violations("search-result", answer)).isEmpty();
    }

    @Test
    void theAnswerOfTheExampleIsThatInItsFile() throws IOException {
        Path file = EXAMPLES.resolve("deepseek-r1-for-400-engineers.result.json");
        JsonObject answer = Searches.answer(read(EXAMPLES.resolve("deepseek-r1-for-400-engineers.request.json")));
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(file, JacksonJson.pretty(answer) + "\n");
        }

        assertThat(DIFFERENCE.between(read(file), answer)).as("written, now").isEmpty();
    }

    @Test
    void theEchoIsARequestWithTheSameAnswer() {
        JsonObject answer = Searches.answer(read(EXAMPLES.resolve("deepseek-r1-for-400-engineers.request.json")));
        JsonObject echo = (JsonObject) at(answer, "request");
        JsonObject again = Searches.answer(echo);

        assertThat(violations("search-request", echo)).isEmpty();
        assertThat(DIFFERENCE.between(at(answer, "plans"), at(again, "plans"))).isEmpty();
        assertThat(DIFFERENCE.between(echo, at(again, "request"))).isEmpty();
    }

    @Test
    void aServerWithoutALawfulChannelIsNeverProposed() {
        JsonObject answer = Searches.answer(read(EXAMPLES.resolve("deepseek-r1-for-400-engineers.request.json")));

        assertThat(JacksonJson.compact(at(answer, "plans"))).doesNotContain("cn-h100-8gpu-grey");
        assertThat(JacksonJson.compact(at(answer, "undecided"))).doesNotContain("cn-h100-8gpu-grey");
        assertThat(JacksonJson.compact(at(answer, "rejected"))).contains("cn-h100-8gpu-grey");
    }

    @Test
    void choicesAreThoseThatTheCodeKnows() {
        JsonObject request = tree("search-request");
        JsonObject result = tree("search-result");

        assertThat(values(at(request, "properties", "rankBy")))
                .isEqualTo(Arrays.stream(RankBy.values()).map(RankBy::code).toList());
        assertThat(values(at(result, "$defs", "margin", "properties", "constraint")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Constraint.values()).map(Constraint::code).toList());
        assertThat(values(at(request, "properties", "engines", "items"))).isEqualTo(Choices.ENGINES);
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeIsRefusedWithItsPlace() {
        return Stream.of(
                new String[] {"{'demand': {'concurrency': 1}}", "wrong-type", "models"},
                new String[] {"{'models': [], 'demand': {'concurrency': 1}}", "out-of-range", "models"},
                new String[] {"{'models': ['deepseek-r2'], 'demand': {'concurrency': 1}}", "unknown-model", "model"},
                new String[] {"{'models': ['deepseek-r1']}", "wrong-type", "demand"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {}}", "one-of-two", "demand.requestsPerSecond"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'users': 5}}", "one-of-two", "demand.requestsPerUserHour"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'users': 5, 'thinkSeconds': 3}}", "wrong-type", "slo"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'concurrency': 1}, 'servers': ['dgx']}", "unknown-server", "servers"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'concurrency': 1}, 'rankBy': 'beauty'}", "unknown-value", "rankBy"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'concurrency': 1}, 'budget': {'purchase': {'amount': 5}}}",
                    "wrong-type", "budget.purchase.currency"},
                new String[] {"{'models': ['deepseek-r1'], 'demand': {'concurrency': 1}, 'wish': 1}", "unknown-member", "wish"})
                .map(one -> DynamicTest.dynamicTest(one[0], () ->
                        assertThatThrownBy(() -> Searches.answer(one[0]))
                                .isInstanceOf(RequestException.class)
                                .satisfies(thrown -> {
                                    assertThat(((RequestException) thrown).code()).isEqualTo(one[1]);
                                    assertThat(((RequestException) thrown).path()).isEqualTo(one[2]);
                                })));
    }

    private static Stream<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return List.copyOf(files.filter(file -> file.toString().endsWith(ending)).sorted().toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return (JsonObject) JacksonJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
