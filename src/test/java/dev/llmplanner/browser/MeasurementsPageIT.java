package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measurements of one's own, from a file: read, set against the estimate, used and undone. */
@ExtendWith(BrowserExtension.class)
class MeasurementsPageIT {

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, Measured ÷ estimated", "zh-CN, DARK, 实测 ÷ 估算"})
    void aFileIsReadComparedUsedAndUndone(String locale, ColorScheme scheme, String ratio, DistPages pages) {
        Page page = pages.open("#measurements", new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme));
        Accessibility.verify(page);

        page.locator("#measurements-file").setInputFiles(Path.of("src/test/resources/benchmark/README.md"));
        Accessibility.verify(page);
        page.locator("#measurements-file").setInputFiles(Path.of("src/test/resources/benchmark/vllm-bench.json"));
        page.locator("#measured-take").click();
        assertThat(page.locator("#measured-title")).isFocused();
        assertThat(page.locator("main")).containsText(ratio);
        assertThat(page.locator(".accuracy-link a")).hasAttribute("href", "#accuracy");
        Accessibility.verify(page);

        page.locator("#measured-use").click();
        Accessibility.verify(page);
    }
}
