package dev.llmplanner.benchmark;

import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Planner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long an estimate and a keystroke take, in Chromium and as a ratio to the JVM on the same machine in the same run.
 * Prints, and asserts nothing: see docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class SpeedBenchmark {

    private static final int WARM_UP = 4_000;
    private static final int ROUNDS = 4_000;
    private static final int KEYSTROKES = 200;

    private static final Map<String, String> REQUESTS = requests();

    private static Map<String, String> requests() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("DeepSeek-R1, 8 × H200, layout given", """
                {"model": "deepseek-r1", "accelerator": "nvidia-h200-sxm-141gb", "engine": "sglang",
                 "layout": {"tensorParallel": 8},
                 "workload": {"inputTokens": 4096, "outputTokens": 512, "concurrency": 32}}""");
        requests.put("Llama-3.1-70B, 4 × H100, layout given", """
                {"model": "llama-3.1-70b", "accelerator": "nvidia-h100-sxm5-80gb", "layout": {"tensorParallel": 4},
                 "workload": {"inputTokens": 4096, "outputTokens": 512, "concurrency": 32}}""");
        requests.put("DeepSeek-R1, 8 × H200, layout chosen", """
                {"model": "deepseek-r1", "accelerator": "nvidia-h200-sxm-141gb", "engine": "sglang", "gpus": 8,
                 "workload": {"inputTokens": 4096, "outputTokens": 512, "concurrency": 32}}""");
        return requests;
    }

    @Test
    void printsTimesAndRatios(DistPages pages) throws IOException {
        StringBuilder table = new StringBuilder("estimate                                 Chromium ms     JVM ms   ratio   JVM ms without measurements\n");
        Page module = pages.openServed("");
        for (Map.Entry<String, String> request : REQUESTS.entrySet()) {
            double jvm = jvmMilliseconds(TestCatalog.planner(), request.getValue());
            double without = jvmMilliseconds(CatalogPlanner.of(TestCatalog.bundle()), request.getValue());
            double chromium = ((Number) module.evaluate("""
                    async ([request, warmUp, rounds]) => {
                      const engine = await import('./planner-engine.mjs');
                      for (let i = 0; i < warmUp; i++) engine.estimate(request);
                      const start = performance.now();
                      for (let i = 0; i < rounds; i++) engine.estimate(request);
                      return (performance.now() - start) / rounds;
                    }""", new Object[] {module.evaluate("text => JSON.parse(text)", request.getValue()), WARM_UP, ROUNDS}))
                    .doubleValue();
            table.append("%-40s %11.3f %10.3f %7.2f %10.3f%n"
                    .formatted(request.getKey(), chromium, jvm, chromium / jvm, without));
        }
        table.append(keystroke(pages.open("")));
        System.out.print(table);
        Files.writeString(Path.of("target/speed.txt"), table);
    }

    private static double jvmMilliseconds(Planner planner, String text) {
        JsonObject request = (JsonObject) JacksonJson.parse(text);
        double sink = 0;
        for (int i = 0; i < WARM_UP; i++) {
            sink += planner.estimate(request).members().size();
        }
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            sink += planner.estimate(request).members().size();
        }
        double milliseconds = (System.nanoTime() - start) / 1e6 / ROUNDS;
        if (sink < 0) {
            throw new IllegalStateException();
        }
        return milliseconds;
    }

    /** From the input event to the page redrawn, the layout chosen anew each time. */
    private static String keystroke(Page page) {
        page.waitForSelector("#verdict");
        Object times = page.evaluate("""
                async rounds => {
                  const field = [...document.querySelectorAll('input')].find(input => input.value === '1024');
                  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
                  const times = [];
                  const estimates = [];
                  for (let i = 0; i < rounds; i++) {
                    const redrawn = new Promise(done => {
                      const observer = new MutationObserver(() => { observer.disconnect(); done(); });
                      observer.observe(document.querySelector('.results'),
                          {subtree: true, childList: true, characterData: true});
                    });
                    const start = performance.now();
                    set.call(field, String(1025 + i));
                    field.dispatchEvent(new Event('input', {bubbles: true}));
                    estimates.push(performance.now() - start);
                    await redrawn;
                    times.push(performance.now() - start);
                    await new Promise(done => setTimeout(done, 0));
                  }
                  const half = list => list.sort((a, b) => a - b)[rounds >> 1];
                  return [half(estimates), half(times), times[Math.floor(rounds * 0.95)]];
                }""", KEYSTROKES);
        List<?> values = (List<?>) times;
        return ("keystroke: answered in %.2f ms, page redrawn after %.2f ms (medians), %.2f ms (95th percentile);"
                        + " of the 4 ms that an answer may take: %.2f%n")
                .formatted(number(values, 0), number(values, 1), number(values, 2), number(values, 0) / 4);
    }

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}
