package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first page with charts, from a file. */
@ExtendWith(BrowserExtension.class)
class XrayPageIT {
    private static final Path PICTURES = Path.of("target", "charts");

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, Experts touched", "zh-CN, DARK, 命中的专家"})
    void drawsTheStepAndFollowsTheFields(String locale, ColorScheme scheme, String experts, DistPages pages)
            throws IOException {
        Page page = pages.open("#xray", new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme)
                .setViewportSize(1280, 1000));
        Locator bytes = page.locator("#chart-xray-bytes svg");
        assertThat(bytes).containsText(experts);
        Accessibility.verify(page);
        Files.createDirectories(PICTURES);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("xray-" + locale + ".png")));

        String before = bytes.textContent();
        page.locator("#field-users").fill("256");
        assertThat(bytes).not().hasText(before);
        assertThat(page.locator("#chart-xray-bytes planner-chart")).hasCount(1);
    }

    @Test
    void theLibraryIsAskedForOnceAndOnlyHere(DistPages pages) {
        Page page = pages.open("#models");
        assertThat(page.locator("table").first()).isVisible();
        assertThat(pages.requests()).noneMatch(address -> address.endsWith("echarts.js"));

        page.evaluate("() => { location.hash = 'xray'; }");
        assertThat(page.locator("#chart-xray-time svg")).hasCount(1);
        page.evaluate("() => { location.hash = 'models'; }");
        assertThat(page.locator("#chart-xray-time")).hasCount(0);
        page.evaluate("() => { location.hash = 'xray'; }");
        assertThat(page.locator("#chart-xray-time svg")).hasCount(1);

        assertThat(pages.requests().stream().filter(address -> address.endsWith("echarts.js"))).hasSize(1);
    }
}
