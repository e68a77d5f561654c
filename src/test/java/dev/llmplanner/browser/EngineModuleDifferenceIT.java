package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.JsonDifference;
import dev.llmplanner.contract.LargestDifference;
import dev.llmplanner.contract.Outcome;
import dev.llmplanner.contract.RandomRequests;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.planning.Searches;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same requests on the JVM and in the engine of dist, as JavaScript and as Wasm GC, in each runtime that is installed:
 * the same answers, the same errors, the same words. What ran and what is absent stands in {@code target/same-answer.txt}.
 */
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineModuleDifferenceIT {

    private static final int REQUESTS = 3000;
    private static final long SEED = 20261123;

    /** One request in so many is explained too. */
    private static final int EXPLAINED = 5;

    private static final double TOLERANCE = 1e-12;
    private static final JsonDifference DIFFERENCE = new JsonDifference(TOLERANCE);
    private static final List<String> SEARCHES =
            List.of("gpt-oss-120b-on-one-gpu", "llama-3.3-70b-50-users-in-one-server", "nothing-is-that-fast");

    /** Answers a list of requests; anything but an error of the contract fails with its message. */
    private static final String ANSWER = """
            (engine, text) => JSON.stringify(JSON.parse(text).map((request, index) => {
              try {
                if (index >= %d) { return engine.search(request); }
                const answer = engine.estimate(request);
                return index %% %d ? answer : {...answer, explanation: engine.explain(request)};
              } catch (error) {
                if (!error.code) { return {bug: String(error.stack || error)}; }
                return {error: {code: error.code, path: error.path, allowed: error.allowed, message: error.message}};
              }
            }))""".formatted(REQUESTS, EXPLAINED);

    private static final String NODE = "text => process.stdout.write(text)";

    private final List<JsonObject> requests = new RandomRequests(SEED, TestCatalog.catalog()).next(REQUESTS);
    private final List<JsonObject> expected = new ArrayList<>();
    private final List<String> summary = new ArrayList<>();

    @BeforeAll
    void answerOnTheJvm() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonObject request : requests) {
            JsonObject outcome = Outcome.of(TestCatalog.planner(), request);
            counts.merge(Outcome.kind(outcome), 1, Integer::sum);
            boolean explained = expected.size() % EXPLAINED == 0 && outcome.get("error").isEmpty();
            expected.add(explained ? withExplanation(outcome, request) : outcome);
        }
        for (String name : SEARCHES) {
            JsonObject request = (JsonObject) JacksonJson.read(Path.of("src/test/resources/golden/plans", name + ".json"));
            requests.add(request);
            expected.add(Searches.answer(request));
        }
        summary.add("JVM " + Runtime.version() + ": " + REQUESTS + " requests with seed " + SEED + ", each " + EXPLAINED
                + "th explained, and " + SEARCHES.size() + " searches; " + counts);
    }

    private static JsonObject withExplanation(JsonObject outcome, JsonObject request) {
        Map<String, Json> members = new LinkedHashMap<>(outcome.members());
        members.put("explanation", TestCatalog.planner().explain(request));
        return new JsonObject(members);
    }

    @AfterAll
    void say() throws IOException {
        Files.write(Path.of("target/same-answer.txt"), summary);
        summary.forEach(System.out::println);
    }

    @Test
    void answersInChromiumAsOnTheJvm(DistPages pages) {
        Page page = pages.openServed("");

        String answers = (String) page.evaluate("async text => (" + ANSWER
                + ")(await import('./planner-engine.mjs'), text)", requestsText());

        assertSame("Chromium " + page.context().browser().version() + ", JavaScript", answers);
    }

    /** Past the page's policy, which TeaVM's runtime can't keep. */
    @Test
    void answersAsWasmInChromiumAsOnTheJvm(DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setBypassCSP(true));
        page.navigate(pages.served(""));

        String answers = (String) page.evaluate("async text => (" + ANSWER
                + ")(await (await import('./planner-engine-wasm.mjs')).open(), text)", requestsText());

        assertSame("Chromium " + page.context().browser().version() + ", Wasm GC", answers);
    }

    @Test
    void answersInNodeAsOnTheJvm() throws IOException, InterruptedException {
        present("Node, JavaScript", NodeRunner.absence(NodeRunner.OLDEST));

        assertSame("Node " + NodeRunner.version().orElseThrow() + ", JavaScript",
                NodeRunner.run(inAShell("import * as engine from '" + address("planner-engine.mjs") + "';\n", NODE)));
    }

    @Test
    void answersAsWasmInNodeAsOnTheJvm() throws IOException, InterruptedException {
        present("Node, Wasm GC", NodeRunner.absence(NodeRunner.OLDEST_WITH_WASM_GC));

        assertSame("Node " + NodeRunner.version().orElseThrow() + ", Wasm GC",
                NodeRunner.run(inAShell("import {open} from '" + address("planner-engine-wasm.mjs")
                        + "';\nconst engine = await open();\n", NODE)));
    }

    @Test
    void answersInJavaScriptCoreAsOnTheJvm() throws IOException, InterruptedException {
        Optional<Path> jsc = Command.find("jsc");
        present("JavaScriptCore, JavaScript", jsc.isPresent() ? Optional.empty()
                : Optional.of("jsc is not on the path; Debian has it in libjavascriptcoregtk-4.0-bin or -6.0-bin"));

        assertSame("JavaScriptCore of " + jsc.orElseThrow() + ", JavaScript", Command.output(List.of(jsc.orElseThrow().toString(), "-m"),
                inAShell("import * as engine from '" + DistPages.DIST.resolve("planner-engine.mjs") + "';\n", "print")));
    }

    @Test
    void answersInFirefoxAsOnTheJvm() throws IOException, InterruptedException {
        present("Firefox, JavaScript and Wasm GC", FirefoxRunner.installed().isPresent() ? Optional.empty()
                : Optional.of("neither firefox-esr nor firefox is on the path"));
        String version = Command.output(List.of(FirefoxRunner.installed().orElseThrow().toString(), "--version")).trim();

        String[] answers = FirefoxRunner.run("""
                import * as script from './planner-engine.mjs';
                import {open} from './planner-engine-wasm.mjs';
                const answer = %s;
                export default async () => {
                  const text = await (await fetch('requests.json')).text();
                  return answer(script, text) + '\\n' + answer(await open(), text);
                };
                """.formatted(ANSWER), Map.of("requests.json", requestsText())).split("\n");

        assertSame(version + ", JavaScript", answers[0]);
        assertSame(version + ", Wasm GC", answers[1]);
    }

    private String inAShell(String engine, String print) {
        return engine + "const answer = " + ANSWER + ";\n(" + print + ")(answer(engine, " + JacksonJson.compact(text(requestsText())) + "));\n";
    }

    private static Json text(String text) {
        return new JsonString(text);
    }

    private static String address(String name) {
        return DistPages.DIST.resolve(name).toUri().toString();
    }

    /** Skips the test where the runtime is absent, and says so in the summary. */
    private void present(String runtime, Optional<String> absence) {
        absence.ifPresent(reason -> summary.add(runtime + ": absent, " + reason + "; the same requests run in Chromium"));
        assumeTrue(absence.isEmpty(), () -> runtime + ": " + absence.orElseThrow() + "; the same requests run in Chromium");
    }

    private String requestsText() {
        return JacksonJson.compact(new JsonArray(List.copyOf(requests)));
    }

    private void assertSame(String runtime, String answers) {
        List<Json> actual = ((JsonArray) JacksonJson.parse(answers)).items();
        assertThat(actual).hasSameSizeAs(expected);
        List<String> differences = new ArrayList<>();
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            JsonObject request = requests.get(i);
            largest = Math.max(largest, LargestDifference.between(expected.get(i), actual.get(i)));
            DIFFERENCE.between(expected.get(i), actual.get(i)).ifPresent(difference ->
                    differences.add(difference + " for " + JacksonJson.compact(request)));
        }
        summary.add(runtime + ": " + actual.size() + " answers, " + differences.size() + " differ; the largest relative difference is "
                + largest);
        assertThat(differences).as("JVM and " + runtime).isEmpty();
    }
}
