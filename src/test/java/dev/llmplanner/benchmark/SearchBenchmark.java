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

    private static final int ROUNDS = 6;
    /** Before these the JVM still interprets much of a first search. */
    private static final int JVM_ROUNDS = 20;
    private static final int POOL_ROUNDS = 2;
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
        StringBuilder table = new StringBuilder(
                "models  deployments  computed  points   Chromium ms   (first)  longest step  deployments/s    JVM ms  ratio  explained ms\n");
        for (int models = 1; models <= MODELS.size(); models++) {
            String request = request(models);
            List<?> v = (List<?>) page.evaluate(SCRIPT, new Object[] {request, ROUNDS});
            double jvm = jvm(planner, plant, (JsonObject) JacksonJson.parse(request), JVM_ROUNDS);
            table.append(row(Integer.toString(models), v, jvm));
        }
        List<?> pools = (List<?>) page.evaluate(SCRIPT, new Object[] {POOLS, POOL_ROUNDS});
        table.append(row("pools", pools, jvm(planner, plant, (JsonObject) JacksonJson.parse(POOLS), POOL_ROUNDS)));
        System.out.print(table);
        Files.writeString(Path.of("target/search.txt"), table);
    }

    private static String row(String models, List<?> v, double jvm) {
        return "%6s %12.0f %9.0f %7.0f %13.1f %9.1f %13.1f %14.0f %9.1f %6.2f %13.1f%n".formatted(models,
                number(v, 0), number(v, 1), number(v, 2), number(v, 4), number(v, 3), number(v, 5),
                number(v, 0) / number(v, 4) * 1000, jvm, number(v, 4) / jvm, number(v, 6));
    }

    private static String request(int models) {
        return """
                {"models": ["%s"], "demand": {"users": 2000, "activeFraction": 0.5, "requestsPerUserHour": 60, "peakFactor": 2},
                 "workload": {"inputTokens": 4096, "outputTokens": 512},
                 "slo": {"ttftSeconds": 2, "tpotSeconds": 0.04, "percentile": "p95"}, "redundancy": {"spareServers": 1}}"""
                .formatted(String.join("\", \"", MODELS.subList(0, models)));
    }

    /** The least of the rounds: what the machine does beside it only adds. */
    private static double jvm(CatalogPlanner planner, PlantCatalog plant, JsonObject request, int rounds) {
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long from = System.nanoTime();
            Search search = Search.of(planner, plant, request);
            while (!search.hasPlans()) {
                search.advance(1);
            }
            times[round] = (System.nanoTime() - from) / 1e6;
        }
        return Arrays.stream(times).min().orElseThrow();
    }

    private static final String SCRIPT = """
            async ([text, rounds]) => {
              const request = JSON.parse(text);
              const times = [], explained = [];
              let worst = 0, counts;
              for (let round = 0; round < rounds; round++) {
                const from = performance.now();
                let longest = 0;
                start(request);
                for (let done = false; !done;) {
                  const begun = performance.now();
                  done = advance();
                  longest = Math.max(longest, performance.now() - begun);
                }
                times.push(performance.now() - from);
                if (round === rounds - 1) {
                  const after = performance.now();
                  while (!isDone()) advance();
                  explained.push(performance.now() - after);
                }
                worst = round === 0 ? longest : Math.min(worst, longest);
                counts = result().counts;
              }
              return [counts.deployments, counts.computed, counts.operatingPoints, times[0], Math.min(...times), worst,
                Math.min(...explained)];
            }""";

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}
