package dev.llmplanner.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long one keystroke in the search of the Models view takes, with the catalog as it is and with ten times as many
 * models. Prints, and asserts nothing: see docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class ModelsBenchmark {

    /**
     * Types words letter by letter with a pause after each, as a reader does, so that all rows are there before the next.
     * A time runs from the input event until the page is redrawn and laid out.
     */
    private static final String TYPE = """
            async ([words, rounds]) => {
              const field = document.getElementById('search');
              const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              const texts = words.flatMap(word => [...word].map((c, i) => word.slice(0, i + 1)).concat(''));
              const times = [];
              const laidOut = [];
              for (let round = -1; round < rounds; round++) {
                for (const text of texts) {
                  const start = performance.now();
                  set.call(field, text);
                  field.dispatchEvent(new Event('input', {bubbles: true}));
                  await Promise.resolve();
                  await Promise.resolve();
                  const redrawn = performance.now();
                  document.querySelector('.models').getBoundingClientRect();
                  if (round >= 0) {
                    times.push(redrawn - start);
                    laidOut.push(performance.now() - start);
                  }
                  await new Promise(done => setTimeout(done, 250));
                }
              }
              const at = (list, share) => list.sort((a, b) => a - b)[Math.floor(list.length * share)];
              return [at(times, 0.5), at(laidOut, 0.5), at(laidOut, 0.95), times.length];
            }""";

    record Result(int models, double redrawn, double laidOut, double slow, double keystrokes) {}

    @Test
    void printsTheTimeOfAKeystroke(DistPages pages) throws IOException {
        Result once = measure(pages, "", 4);
        Result times = measure(pages, ManyModels.SCRIPT, 2);
        String table = """
                models  keystrokes  redrawn ms  and laid out ms  95th percentile ms  per record ms
                %s%s%d times the models: %.2f times the time per record (at most 2 is allowed)
                """.formatted(line(once), line(times), ManyModels.TIMES,
                times.laidOut() / times.models() / (once.laidOut() / once.models()));
        System.out.print(table);
        Files.writeString(Path.of("target/models-speed.txt"), table);
    }

    private static String line(Result result) {
        return "%6d %11.0f %11.2f %16.2f %19.2f %14.4f%n".formatted(result.models(), result.keystrokes(),
                result.redrawn(), result.laidOut(), result.slow(), result.laidOut() / result.models());
    }

    static Result measure(DistPages pages, String before, int rounds) {
        Page page = pages.open("", new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900));
        if (!before.isEmpty()) {
            page.addInitScript(before);
            page.reload();
        }
        page.locator("nav a").first().click();
        page.waitForSelector("tr[data-id]");
        while (!page.locator(".computing").textContent().isEmpty()) {
            page.waitForTimeout(200);
        }
        List<?> times = (List<?>) page.evaluate(TYPE,
                List.of(List.of("deepseek", "qwen3", "405b", "moe fp8"), rounds));
        int models = ((Number) page.evaluate("() => Object.keys(PLANNER_CATALOG.models).length")).intValue();
        return new Result(models, number(times, 0), number(times, 1), number(times, 2), number(times, 3));
    }

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}
