package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.JsonDifference;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Searches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The golden searches and some random ones on the JVM and in the engine module of dist: the same plans in the same order. */
@ExtendWith(BrowserExtension.class)
class SearchDifferenceIT {

    private static final JsonDifference DIFFERENCE = new JsonDifference(1e-12);

    @Test
    void plansInABrowserAsOnTheJvm(DistPages pages) throws IOException {
        List<Json> requests = requests();
        Page page = pages.openServed("");

        String answers = (String) page.evaluate("""
                async text => {
                  const engine = await import('./planner-engine.mjs');
                  return JSON.stringify(JSON.parse(text).map(request => {
                    try { return engine.search(request); } catch (error) { return {code: error.code, bug: error.code ? '' : String(error.stack)}; }
                  }));
                }""", JacksonJson.compact(new JsonArray(requests)));

        List<Json> actual = ((JsonArray) JacksonJson.parse(answers)).items();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            DIFFERENCE.between(onTheJvm((JsonObject) requests.get(i)), actual.get(i)).ifPresent(differences::add);
        }
        assertThat(actual).hasSameSizeAs(requests);
        assertThat(differences).isEmpty();
    }

    private static JsonObject onTheJvm(JsonObject request) {
        try {
            return Searches.answer(request);
        } catch (RequestException refused) {
            return new JsonObject.Builder().put("code", refused.code()).put("bug", "").build();
        }
    }

    private static List<Json> requests() throws IOException {
        List<Json> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/plans"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                requests.add(JacksonJson.parse(Files.readString(file)));
            }
        }
        requests.add(JacksonJson.parse("""
                {"models": ["gpt-oss-120b", "llama-3.3-70b"], "demand": {"sessionsPerHour": 900, "turnsPerSession": 12,
                 "firstInputTokens": 6000, "addedInputTokens": 900}, "slo": {"ttftSeconds": 4, "tpotSeconds": 0.05,
                 "percentile": "p99"}, "rankBy": "power", "limit": 8}"""));
        requests.add(JacksonJson.parse("""
                {"models": ["deepseek-r1"], "servers": ["nvidia-dgx-h200"], "modes": ["aggregated", "disaggregated"],
                 "engines": ["sglang"], "demand": {"requestsPerSecond": 20}, "slo": {"ttftSeconds": 3, "tpotSeconds": 0.05,
                 "percentile": "p95"}}"""));
        requests.add(JacksonJson.parse("{\"models\": [\"deepseek-r1\"], \"demand\": {}}"));
        return requests;
    }
}
