package dev.llmplanner.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long the matrix takes from the click until the rows in sight are final, until all rows of its first page are computed,
 * and until all are drawn; with the catalog as it is and with ten times as many models. Prints, and asserts nothing: see
 * docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class MatrixBenchmark {
    private static final int ROUNDS = 5;
    /** Long enough for what the hardware tables compute ahead. */
    private static final int AHEAD_MILLISECONDS = 12_000;

    /** Follows the link and looks at the table before each frame. A task is one that the browser reports as longer than 50 ms. */
    private static final String OPEN = """
            () => new Promise(done => {
              let longest = 0;
              new PerformanceObserver(list => list.getEntries().forEach(task => longest = Math.max(longest, task.duration)))
                  .observe({type: 'longtask'});
              const from = performance.now();
              const columns = Object.keys(PLANNER_CATALOG.accelerators).length;
              const page = Math.min(Object.keys(PLANNER_CATALOG.models).length, Math.floor(12000 / columns));
              let sight = 0, computed = 0;
              location.hash = '#matrix';
              const look = () => {
                const now = performance.now() - from;
                const box = document.querySelector('.matrix-scroll');
                const last = document.querySelector('.matrix tbody tr:last-child');
                const status = document.querySelector('.matrix-answer [role=status]');
                const rows = document.querySelectorAll('.matrix tbody tr').length;
                if (!sight && last && last.getBoundingClientRect().bottom >= Math.min(innerHeight, box.getBoundingClientRect().bottom)) {
                  sight = now;
                }
                if (!computed && sight && status && status.textContent.startsWith(page + ' of')) {
                  computed = now;
                }
                if (computed && rows >= page) {
                  requestAnimationFrame(() => setTimeout(() => done([sight, computed, performance.now() - from, longest, rows * columns])));
                } else {
                  requestAnimationFrame(look);
                }
              };
              look();
            })""";

    private record Result(double sight, double computed, double drawn, double longest, double cells) {}

    @Test
    void printsTheTimeOfTheTable(DistPages pages) throws IOException {
        Result cold = measure(pages, "", 0);
        Result ahead = measure(pages, "", AHEAD_MILLISECONDS);
        Result times = measure(pages, ManyModels.SCRIPT, 0);
        String table = """
                                          rows in sight ms  all computed ms  all drawn ms  longest task ms  cells
                clicked at once        %s
                computed ahead         %s
                %d times the models    %s
                a cell with %d times the models: %.2f times the time of one without (at most 2 is allowed)
                """.formatted(line(cold), line(ahead), ManyModels.TIMES, line(times), ManyModels.TIMES,
                times.drawn() / times.cells() / (cold.drawn() / cold.cells()));
        System.out.print(table);
        Files.writeString(Path.of("target/matrix-speed.txt"), table);
    }

    private static String line(Result result) {
        return "%19.0f %16.0f %13.0f %16.0f %6.0f".formatted(
                result.sight(), result.computed(), result.drawn(), result.longest(), result.cells());
    }

    /** Medians, each of a page that was just read. */
    private static Result measure(DistPages pages, String before, int wait) {
        double[][] all = new double[5][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Page page = pages.open("", new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900));
            if (!before.isEmpty()) {
                page.addInitScript(before);
                page.reload();
            }
            page.evaluate("() => { location.hash = '#hardware'; }");
            page.waitForSelector("tr[data-id]");
            page.waitForTimeout(wait);
            List<?> times = (List<?>) page.evaluate(OPEN);
            for (int i = 0; i < all.length; i++) {
                all[i][round] = ((Number) times.get(i)).doubleValue();
            }
            page.context().close();
        }
        for (double[] each : all) {
            Arrays.sort(each);
        }
        int middle = ROUNDS / 2;
        return new Result(all[0][middle], all[1][middle], all[2][middle], all[3][middle], all[4][middle]);
    }
}
