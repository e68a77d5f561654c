package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of one model from a file: drawn, computed under the reader's terms, readable everywhere. */
@ExtendWith(BrowserExtension.class)
class ModelPageIT {

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, 1440, deepseek-v3.2", "zh-CN, DARK, 1440, minimax-m1", "en-US, DARK, 360, qwen3-next-80b-a3b",
        "zh-CN, LIGHT, 360, deepseek-v4-flash", "zh-CN, LIGHT, 900, vaetki-112b", "en-US, LIGHT, 360, llama-3.2-90b-vision"})
    void thePageIsAccessibleAndAsWideAsTheWindow(
            String locale, ColorScheme scheme, int width, String model, DistPages pages) {
        Page page = pages.open("#model/" + model, new Browser.NewContextOptions().setLocale(locale)
                .setColorScheme(scheme).setViewportSize(width, 900));
        assertThat(page.locator("td.missing[colspan='4']")).hasCount(0);
        page.locator(".all-facts > summary").click();
        assertThat(page.locator(".sources li").first()).isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        Accessibility.verify(page);
    }

    @Test
    void termsAreChosenByKeyboardAndStandInTheAddress(DistPages pages) {
        Page page = pages.open("#model/deepseek-r1");
        assertThat(page.locator("#chart-roofline svg text").first()).isVisible();
        assertThat(page.locator("#chart-kv svg text").first()).isVisible();
        String before = page.locator(".traffic table").innerText();

        page.locator("#term-batch").focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#term-batch")).isFocused();
        assertThat(page.locator("#term-batch")).hasValue("64");
        assertThat(page).hasURL(Pattern.compile("#model/deepseek-r1\\?batch=64$"));
        assertThat(page.locator(".traffic table").innerText()).isNotEqualTo(before);
    }

    @Test
    void aFormulaOpensAndItsButtonGetsTheFocusBack(DistPages pages) {
        Page page = pages.open("#model/deepseek-r1");
        page.locator(".formats .work-button").first().click();
        assertThat(page.locator("#work .work-formula")).isVisible();
        Accessibility.verify(page);

        page.keyboard().press("Escape");

        assertThat(page.locator(".formats .work-button").first()).isFocused();
    }
}
