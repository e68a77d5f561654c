package dev.llmplanner.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import dev.llmplanner.build.dist.PricesFile;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.planning.Search;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long searches take in Chromium, compiled as the page is, beside the JVM in the same run, for one to four models on
 * every server that may be proposed, and for separate pools on two. Prints, and asserts nothing: see docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class SearchBenchmark {

    /** Rounds of both, in turn: either compiles what it runs often, and a ratio of unequal rounds tells how often. */
    private record Rounds(int warming, int measured) {

        int all() {
            return warming + measured;
        }
    }

    private static final Rounds ROUNDS = new Rounds(10, 10);
    private static final Rounds POOL_ROUNDS = new Rounds(1, 2);
    private static final List<String> MODELS = List.of("deepseek-r1", "qwen3-235b-a22b", "glm-4.5", "deepseek-v3");

    /** Separate pools on two kinds of servers, with one engine. */
    private static final String POOLS = """
            {"models": ["deepseek-r1"], "servers": ["nvidia-dgx-h200", "nvidia-dgx-b200"], "modes": ["disaggregated"],
             "engines": ["sglang"], "demand": {"users": 2000, "activeFraction": 0.5, "requestsPerUserHour": 60, "peakFactor": 2},
             "workload": {"inputTokens": 4096, "outputTokens": 512},
             "slo": {"ttftSeconds": 2, "tpotSeconds": 0.04, "percentile": "p95"}, "redundancy": {"spareServers": 1}}""";

    @Test
    void printsTimesAndRatios(DistPages pages) throws IOException, InterruptedException {
        JsonObject prices = PricesFile.read(Path.of(""), "test");
        Page page = pages.openBlank(new Browser.NewContextOptions());
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(
                CompiledScript.of("dev.llmplanner.browser.SearchTimer", "search.js")));
        page.evaluate("([bundle, prices]) => read(JSON.parse(bundle), JSON.parse(prices))",
                new Object[] {JacksonJson.compact(TestCatalog.bundle()), JacksonJson.compact(prices)});
        CatalogPlanner planner = CatalogPlanner.of(TestCatalog.bundle());
        PlantCatalog plant = PlantCatalog.read(prices, planner.catalog());
        StringBuilder table = new StringBuilder("Of Chromium and of the JVM each, the least of %d rounds after %d to warm up; of pools %d after %d. Explaining ends after 20 s.%n"
                .formatted(ROUNDS.measured(), ROUNDS.warming(), POOL_ROUNDS.measured(), POOL_ROUNDS.warming()));
        table.append("models  deployments  computed  points   Chromium ms   (first)  longest step  deployments/s    JVM ms  ratio  explained ms  longest step\n");
        for (int models = 1; models <= MODELS.size(); models++) {
            table.append(row(Integer.toString(models), request(models), ROUNDS, page, planner, plant));
        }
        table.append(row("pools", POOLS, POOL_ROUNDS, page, planner, plant));
        System.out.print(table);
        Files.writeString(Path.of("target/search.txt"), table);
    }

    private static String row(String models, String request, Rounds rounds, Page page, CatalogPlanner planner, PlantCatalog plant) {
        List<?> v = (List<?>) page.evaluate(SCRIPT, new Object[] {request, rounds.warming(), rounds.all()});
        double jvm = jvm(planner, plant, (JsonObject) JacksonJson.parse(request), rounds);
        return "%6s %12.0f %9.0f %7.0f %13.1f %9.1f %13.1f %14.0f %9.1f %6.2f %13.1f %13.1f%n".formatted(models,
                number(v, 0), number(v, 1), number(v, 2), number(v, 4), number(v, 3), number(v, 5),
                number(v, 0) / number(v, 4) * 1000, jvm, number(v, 4) / jvm, number(v, 6), number(v, 7));
    }

    private static String request(int models) {
        return """
                {"models": ["%s"], "demand": {"users": 2000, "activeFraction": 0.5, "requestsPerUserHour": 60, "peakFactor": 2},
                 "workload": {"inputTokens": 4096, "outputTokens": 512},
                 "slo": {"ttftSeconds": 2, "tpotSeconds": 0.04, "percentile": "p95"}, "redundancy": {"spareServers": 1}}"""
                .formatted(String.join("\", \"", MODELS.subList(0, models)));
    }

    /** The least of the measured rounds: what the machine does beside it only adds. */
    private static double jvm(CatalogPlanner planner, PlantCatalog plant, JsonObject request, Rounds rounds) {
        double[] times = new double[rounds.all()];
        for (int round = 0; round < rounds.all(); round++) {
            long from = System.nanoTime();
            Search search = Search.of(planner, plant, request);
            while (!search.hasPlans()) {
                search.advance(1);
            }
            times[round] = (System.nanoTime() - from) / 1e6;
        }
        return Arrays.stream(times).skip(rounds.warming()).min().orElseThrow();
    }

    private static final String SCRIPT = """
            async ([text, warming, rounds]) => {
              const request = JSON.parse(text);
              const times = [];
              let worst = Infinity, counts;
              let longest;
              const timed = (step, until) => {
                longest = 0;
                const from = performance.now();
                for (let begun = from, done = until(); !done;) {
                  step();
                  done = until();
                  const now = performance.now();
                  longest = Math.max(longest, now - begun);
                  begun = now;
                }
                return performance.now() - from;
              };
              let planned;
              for (let round = 0; round < rounds; round++) {
                planned = false;
                const from = performance.now();
                start(request);
                timed(() => planned = advance(), () => planned);
                times.push(performance.now() - from);
                worst = round < warming ? worst : Math.min(worst, longest);
                counts = result().counts;
              }
              const end = performance.now() + 20000;
              const explained = timed(advance, () => isDone() || performance.now() > end);
              return [counts.deployments, counts.computed, counts.operatingPoints, times[0], Math.min(...times.slice(warming)), worst,
                explained, longest];
            }""";

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}
