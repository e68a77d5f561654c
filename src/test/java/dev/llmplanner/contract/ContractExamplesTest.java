package dev.llmplanner.contract;

import static dev.llmplanner.contract.ContractSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of {@code docs/contract}, evaluated again. Where the answer has moved on purpose,
 * {@code mvn test -Dtest=ContractExamplesTest -Dgoldens.update=true} writes them anew, and their diff is the review.
 */
class ContractExamplesTest {

    private static final Path EXAMPLES = ContractSchemas.DIRECTORY.resolve("examples");
    private static final boolean UPDATE = Boolean.getBoolean("goldens.update");
    private static final JsonDifference DIFFERENCE = new JsonDifference(1e-9);
    private static final String REQUEST = ".request.json";

    @TestFactory
    Stream<DynamicTest> answersAreThoseInTheFiles() {
        return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            JsonObject outcome = outcome(name);
            Optional<Json> error = outcome.get("error");
            Path file = EXAMPLES.resolve(name + (error.isPresent() ? ".error.json" : ".result.json"));
            if (UPDATE) {
                Files.deleteIfExists(EXAMPLES.resolve(name + ".error.json"));
                Files.deleteIfExists(EXAMPLES.resolve(name + ".result.json"));
                Files.writeString(file, JacksonJson.pretty(error.orElse(outcome)) + "\n");
            }

            assertThat(DIFFERENCE.between(read(file), error.orElse(outcome))).as("written, now").isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> filesFollowTheSchemas() {
        return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Path result = EXAMPLES.resolve(name + ".result.json");

            assertThat(violations("request", read(EXAMPLES.resolve(name + REQUEST)))).isEmpty();
            assertThat(Files.exists(result)
                    ? violations("result", read(result))
                    : violations("error", read(EXAMPLES.resolve(name + ".error.json")))).isEmpty();
        }));
    }

    @Test
    void everyOutcomeHasAnExample() {
        Set<String> kinds = new TreeSet<>();
        names().forEach(name -> kinds.add(Outcome.kind(outcome(name))));

        assertThat(kinds).contains("fits with speed", "tight with speed", "does-not-fit", "unknown")
                .anyMatch(kind -> kind.startsWith("error"));
    }

    @Test
    void aDeploymentThatDoesNotFitOffersRemedies() {
        assertThat(answer("llama-3.1-405b-does-not-fit").remedies()).hasSizeGreaterThan(1);
    }

    private static Set<String> names() {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(REQUEST))
                    .forEach(file -> names.add(file.replace(REQUEST, "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject outcome(String name) {
        return Outcome.of(TestCatalog.planner(), (JsonObject) read(EXAMPLES.resolve(name + REQUEST)));
    }

    private static Answer answer(String name) {
        Function<JsonObject, Answer> evaluate = TestCatalog.planner()::evaluate;
        return evaluate.apply((JsonObject) read(EXAMPLES.resolve(name + REQUEST)));
    }

    private static Json read(Path file) {
        try {
            return JacksonJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
