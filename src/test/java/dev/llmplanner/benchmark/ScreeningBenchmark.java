package dev.llmplanner.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long the matrix and the profiles take in Chromium, compiled as the page is, at one and at ten times the catalog.
 * Prints, and asserts nothing: see docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class ScreeningBenchmark {

    private static final int SLICE = 100;

    @Test
    void printsTimesAndRatios(DistPages pages) throws IOException, InterruptedException {
        Page page = pages.openBlank(new Browser.NewContextOptions());
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(
                CompiledScript.of("dev.llmplanner.browser.ScreeningScript", "screening.js")));
        page.evaluate("text => { globalThis.bundle = JSON.parse(text); }", JacksonJson.compact(TestCatalog.bundle()));
        String table = text((List<?>) page.evaluate(SCRIPT, SLICE));
        System.out.print(table);
        Files.writeString(Path.of("target/screening.txt"), table);
    }

    private static final String SCRIPT = """
            async slice => {
              const now = () => performance.now();
              const median = list => list.sort((a, b) => a - b)[list.length >> 1];
              const whole = () => {
                const from = now();
                const size = start();
                let done = 0, worst = 0;
                while (done < size) {
                  const begun = now();
                  done = advance(slice);
                  worst = Math.max(worst, now() - begun);
                }
                return [now() - from, worst, size];
              };
              const perCell = nth => {
                const size = start();
                every(nth * 10);
                const from = now();
                start();
                every(nth);
                return (now() - from) / Math.ceil(size / nth) * 1000;
              };
              const copied = (records, times) => {
                const all = {};
                for (let i = 0; i < times; i++) {
                  for (const id in records) all[i === 0 ? id : id + '-copy-' + i] = records[id];
                }
                return all;
              };
              const profile = () => { const from = now(); const count = profiles(); return (now() - from) / count * 1000; };
              read(bundle);
              const [cold, coldWorst, size] = whole();
              const warm = [0, 1, 2, 3, 4].map(whole);
              const request = {model: 'deepseek-r1', accelerator: 'nvidia-h200-sxm-141gb', engine: 'sglang',
                layout: {tensorParallel: 8}, workload: {inputTokens: 4096, outputTokens: 512, concurrency: 32}};
              estimates(request, 4000);
              let from = now();
              estimates(request, 4000);
              const estimate = (now() - from) / 4;
              const one = median([0, 1, 2].map(() => perCell(1)));
              const oneProfile = median([0, 1, 2].map(profile));
              read({...bundle, models: copied(bundle.models, 10), accelerators: copied(bundle.accelerators, 10)});
              const ten = median([0, 1, 2].map(() => perCell(10)));
              const tenProfile = median([0, 1, 2].map(profile));
              return [size, cold, coldWorst, median(warm.map(w => w[0])), median(warm.map(w => w[1])), estimate, one, ten,
                oneProfile, tenProfile];
            }""";

    private static String text(List<?> v) {
        return """
                matrix of %.0f cells: first %.0f ms (longest slice of %d cells %.1f ms), then %.0f ms (%.1f ms), %.1f us a cell
                one estimate, for comparison: %.1f us
                a cell: %.1f us; with ten times the models and accelerators %.1f us, ratio %.2f
                a profile: %.1f us; at ten times the models %.1f us, ratio %.2f
                """.formatted(number(v, 0), number(v, 1), SLICE, number(v, 2), number(v, 3), number(v, 4),
                number(v, 3) / number(v, 0) * 1000, number(v, 5), number(v, 6), number(v, 7), number(v, 7) / number(v, 6),
                number(v, 8), number(v, 9), number(v, 9) / number(v, 8));
    }

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}
