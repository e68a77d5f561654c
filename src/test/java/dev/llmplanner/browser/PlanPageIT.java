package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is searched in a worker, from a file too, while the page stays responsive. */
@ExtendWith(BrowserExtension.class)
class PlanPageIT {
    private static final String SMALL = "#plan?models=gpt-oss-120b&hw=nvidia-h200-sxm-141gb";
    private static final double PATIENCE = 120_000;

    /** Input waits no longer than this for the page's thread. */
    private static final int LONGEST_MILLISECONDS = 50;

    /** Counts workers. */
    private static final String WATCH = """
            window.workers = 0;
            if (window.Worker) {
              const Made = window.Worker;
              window.Worker = function(url) { window.workers++; return new Made(url); };
            }
            """;

    private static Page open(String hash, Browser.NewContextOptions options, DistPages pages, String... scripts) {
        Page page = pages.openBlank(options);
        page.addInitScript(WATCH);
        for (String script : scripts) {
            page.addInitScript(script);
        }
        page.navigate(DistPages.DIST.resolve("index.html").toUri() + hash);
        return page;
    }

    private static void awaitAnswer(Page page) {
        assertThat(page.locator(".plans tbody tr, .contradictions li").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(page.locator(".plan-status progress"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void aSearchRunsInAWorkerFromAFileAndThePlanOpensInTheCalculator(String locale, DistPages pages) {
        Page page = open(SMALL, new Browser.NewContextOptions().setLocale(locale), pages);
        awaitAnswer(page);

        assertThat(page.evaluate("workers")).isEqualTo(1);
        assertThat(pages.requests()).anyMatch(address -> address.endsWith("/search.js"))
                .anyMatch(address -> address.startsWith("blob:"));
        Accessibility.verify(page);
        page.locator(".plan-facts .go").click();
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(page.locator("#link-notice")).hasCount(0);
        page.goBack();
        assertThat(page.locator(".plans tbody tr").first()).isVisible();
    }

    @Test
    void withoutWorkersTheSameSearchRunsOnThePage(DistPages pages) {
        Page page = open(SMALL, new Browser.NewContextOptions().setLocale("en-US"), pages, "delete window.Worker;");
        awaitAnswer(page);
        String here = page.locator("#plan-best").innerText();

        Page aside = open(SMALL, new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(aside);

        assertThat(aside.locator("#plan-best").innerText()).isEqualTo(here);
        assertThat(aside.evaluate("workers")).isEqualTo(1);
    }

    @Test
    void aPolicyThatRefusesTheWorkerLeavesTheSearchToThePage(DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US"));
        page.route("**/index.html", route -> {
            com.microsoft.playwright.APIResponse response = route.fetch();
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setResponse(response)
                    .setBody(response.text().replace("worker-src blob:", "worker-src 'none'")));
        });
        page.navigate(pages.served("index.html") + SMALL);
        awaitAnswer(page);

        assertThat(pages.messages()).allMatch(message -> message.contains("worker-src"));
        pages.forgetMessages();
    }

    @Test
    void keysAreHeardWhileASearchRunsAndTheAnswerFollowsTheSlider(DistPages pages) {
        Page page = open("#plan", new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(page);
        String before = page.locator("#plan-best").innerText();
        Locator slider = page.locator("#dial-users");
        slider.focus();
        for (int i = 0; i < 8; i++) {
            page.keyboard().press("ArrowRight");
            assertThat(slider).isFocused();
        }
        assertThat(page.locator("#entry-users")).hasValue("2500");
        awaitAnswer(page);

        assertThat(page.locator("#plan-best").innerText()).isNotEqualTo(before);
        assertThat(slider).isFocused();
        assertThat(page.url()).contains("users=2500");
        assertThat(page.evaluate("workers")).isEqualTo(1);
    }

    @Test
    void noTaskOfASearchHoldsThePagesThread(DistPages pages) {
        Page page = open("#plan", new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(page);
        page.context().browser().startTracing(page, new Browser.StartTracingOptions().setCategories(BusyTime.CATEGORIES));
        page.locator("#entry-users").fill("1600");
        page.waitForTimeout(500);
        awaitAnswer(page);
        page.waitForTimeout(500);

        assertThat(BusyTime.longestMilliseconds(page.context().browser().stopTracing())).isLessThan(LONGEST_MILLISECONDS);
    }

    @Test
    void aSearchIsStoppedAndBegunAgain(DistPages pages) {
        Page page = open("#plan?models=deepseek-r1,qwen3-235b-a22b,gpt-oss-120b,llama-3.3-70b,glm-4.5,kimi-k2",
                new Browser.NewContextOptions().setLocale("en-US"), pages);
        page.locator("#plan-stop").click();
        assertThat(page.locator("#plan-again")).isFocused();
        assertThat(page.locator(".plan-status progress")).hasCount(0);

        page.locator("#plan-again").click();

        awaitAnswer(page);
        assertThat(page.locator("#plan-again")).hasCount(0);
    }

    @Test
    void wishesThatNothingMeetsAreNamedAndLoosened(DistPages pages) {
        Page page = open(SMALL + "&budget=20000", new Browser.NewContextOptions().setLocale("zh-CN")
                .setColorScheme(ColorScheme.DARK).setViewportSize(360, 780), pages);
        awaitAnswer(page);
        assertThat(page.locator(".contradictions li").first()).isVisible();
        Accessibility.verify(page);

        page.locator(".contradictions .remedy").first().click();

        awaitAnswer(page);
        assertThat(page.locator(".plans tbody tr").first()).isVisible();
        assertThat(page.locator("#plan-best")).isFocused();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        Accessibility.verify(page);
    }

    /** Whether the page takes it from the browser, which would leave the page for the file. */
    private static Object drop(String text, Page page) {
        return page.evaluate("""
                text => {
                  const data = new DataTransfer();
                  data.items.add(new File([text], 'a.plan.json', {type: 'application/json'}));
                  const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
                  document.querySelector('#heading').dispatchEvent(drop);
                  return drop.defaultPrevented;
                }""", text);
    }

    @Test
    void plansAreComparedSavedAndOpenedAgain(DistPages pages) throws IOException {
        Page page = open(SMALL, new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(page);
        page.locator(".plans .pin input").nth(0).check();
        page.locator(".plans .pin input").nth(1).check();
        assertThat(page.locator(".compared thead th")).hasCount(2);
        Download download = page.waitForDownload(() -> page.locator(".plan-files button").first().click());
        Path file = download.path();

        Page again = open("#plan?models=gpt-oss-120b&hw=nvidia-b200-sxm-180gb",
                new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(again);
        again.locator("#plan-file").setInputFiles(file);

        assertThat(again.locator(".plan-moved")).containsText("Nothing moved");
        assertThat(again.locator(".compared thead th")).hasCount(2);
        assertThat(List.of(again.url())).allMatch(url -> url.contains("nvidia-h200-sxm-141gb"));

        Page third = open("#plan?models=gpt-oss-120b&hw=nvidia-b200-sxm-180gb",
                new Browser.NewContextOptions().setLocale("en-US"), pages);
        awaitAnswer(third);
        assertThat(drop("{}", third)).isEqualTo(true);
        assertThat(third.locator("#plan-file-problem")).hasText("This is not a plan of this planner.");
        assertThat(third.locator("#plan-file")).isFocused();
        assertThat(third.url()).contains("nvidia-b200-sxm-180gb");
        drop(Files.readString(file), third);
        assertThat(third.locator(".plan-moved")).containsText("Nothing moved");
    }
}
