package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.JsonDifference;
import dev.llmplanner.contract.Outcome;
import dev.llmplanner.contract.RandomRequests;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same requests on the JVM and in the engine module of dist: the same answers, the same errors, the same words. */
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineModuleDifferenceIT {

    private static final int REQUESTS = 3000;
    private static final long SEED = 20261123;

    /** One request in so many is explained too. */
    private static final int EXPLAINED = 5;

    private static final JsonDifference DIFFERENCE = new JsonDifference(1e-12);

    /** Answers a list of requests; anything but an error of the contract fails with its message. */
    private static final String ANSWER = """
            requests => JSON.stringify(requests.map((request, index) => {
              try {
                const answer = engine.estimate(request);
                return index %% %d ? answer : {...answer, explanation: engine.explain(request)};
              } catch (error) {
                if (!error.code) { return {bug: String(error.stack || error)}; }
                return {error: {code: error.code, path: error.path, allowed: error.allowed, message: error.message}};
              }
            }))""".formatted(EXPLAINED);

    private final List<JsonObject> requests = new RandomRequests(SEED, TestCatalog.catalog()).next(REQUESTS);
    private final List<JsonObject> expected = new ArrayList<>();

    @BeforeAll
    void answerOnTheJvm() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonObject request : requests) {
            JsonObject outcome = Outcome.of(TestCatalog.planner(), request);
            counts.merge(Outcome.kind(outcome), 1, Integer::sum);
            boolean explained = expected.size() % EXPLAINED == 0 && outcome.get("error").isEmpty();
            expected.add(explained ? withExplanation(outcome, request) : outcome);
        }
        System.out.println(requests.size() + " requests on the JVM: " + counts);
    }

    private static JsonObject withExplanation(JsonObject outcome, JsonObject request) {
        Map<String, Json> members = new LinkedHashMap<>(outcome.members());
        members.put("explanation", TestCatalog.planner().explain(request));
        return new JsonObject(members);
    }

    @Test
    void answersInABrowserAsOnTheJvm(DistPages pages) {
        Page page = pages.openServed("");

        String answers = (String) page.evaluate("async text => { const engine = await import('./planner-engine.mjs');"
                + " return (" + ANSWER + ")(JSON.parse(text)); }", requestsText());

        assertSame(answers);
    }

    @Test
    void answersInNodeAsOnTheJvm() throws IOException, InterruptedException {
        assumeTrue(NodeRunner.available(), "node 18 or newer is not installed; the same requests run in Chromium");
        Path file = Files.createTempFile("requests", ".json");
        try {
            Files.writeString(file, requestsText());

            String answers = NodeRunner.run("import * as engine from '"
                    + DistPages.DIST.resolve("planner-engine.mjs").toUri() + "'; import fs from 'node:fs';"
                    + " process.stdout.write((" + ANSWER + ")(JSON.parse(fs.readFileSync('" + file + "', 'utf8'))));");

            assertSame(answers);
        } finally {
            Files.delete(file);
        }
    }

    private String requestsText() {
        return JacksonJson.compact(new JsonArray(List.copyOf(requests)));
    }

    private void assertSame(String answers) {
        List<Json> actual = ((JsonArray) JacksonJson.parse(answers)).items();
        assertThat(actual).hasSameSizeAs(expected);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            JsonObject request = requests.get(i);
            DIFFERENCE.between(expected.get(i), actual.get(i)).ifPresent(difference ->
                    differences.add(difference + " for " + JacksonJson.compact(request)));
        }
        assertThat(differences).as("JVM and JavaScript").isEmpty();
    }
}
