package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing moves by itself while a page loads, and nothing while numbers are typed. */
@ExtendWith(BrowserExtension.class)
class LayoutShiftIT {
    private static final double MOST = 0.01;
    private static final int AT_ONCE = 8;

    /** All views as they open, and links of which nothing or not all can be used: who follows one reads the page, too. */
    private static final List<View> LOADED = Stream.concat(View.MAIN.stream(), Stream.of(
            wrong("models-ignored", "#models?by=nothing&sort=nonsense"), wrong("hardware-ignored", "#hardware?zz=1"),
            wrong("plan-ignored", "#plan?zz=1"), wrong("calculator-ignored", "#calculator?model=nobody&gpus=x"),
            wrong("nowhere", "#nowhere"))).toList();

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void noViewMovesWhileItLoads(int width, DistPages pages) {
        BrowserContext context = pages.openBlank(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, 900)).context();
        Map<String, Double> moved = new LinkedHashMap<>();
        for (int from = 0; from < LOADED.size(); from += AT_ONCE) {
            Map<View, Page> open = new LinkedHashMap<>();
            for (View view : LOADED.subList(from, Math.min(LOADED.size(), from + AT_ONCE))) {
                Page page = context.newPage();
                page.addInitScript(LayoutShift.OBSERVE);
                page.navigate(DistPages.DIST.resolve("index.html").toUri() + view.hash(),
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                open.put(view, page);
            }
            open.forEach((view, page) ->
                    page.locator(view.drawn()).first().waitFor(new Locator.WaitForOptions().setState(LayoutShift.ATTACHED).setTimeout(60_000)));
            List.copyOf(open.values()).get(open.size() - 1).waitForTimeout(500);
            open.forEach((view, page) -> {
                double shift = LayoutShift.byItself(page);
                if (shift >= MOST) {
                    moved.put(view.name(), shift);
                }
                page.close();
            });
        }

        assertThat(moved).as("moved at %d px", width).isEmpty();
    }

    private static View wrong(String name, String hash) {
        return new View(name, hash, "#link-notice", page -> { }, false);
    }

    /** Values are set without keys, so that Chromium counts every shift as unasked. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void theCalculatorMovesNothingWhileNumbersAreTyped(int width, DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, 900));
        page.addInitScript(LayoutShift.OBSERVE);
        page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
        page.waitForSelector("#field-in");
        for (String text : List.of("2", "20", "204", "2048")) {
            page.locator("#field-in").fill(text);
            page.waitForTimeout(100);
        }

        assertThat(LayoutShift.byItself(page)).isLessThan(MOST);
    }
}
