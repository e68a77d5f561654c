package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guide from a file: an edit changes its sentences, and the Calculator shows the same figures. */
@ExtendWith(BrowserExtension.class)
class GuidePageIT {

    @ParameterizedTest
    @CsvSource({"en-US, deployment, LIGHT", "zh-CN, 部署, DARK"})
    void anEditChangesTheSentencesAndTheCalculatorAgrees(String locale, String title, ColorScheme scheme, DistPages pages) {
        Page page = pages.open("#guides", new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme));
        Accessibility.verify(page);
        page.locator(".guide-list a").first().click();
        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator("h1")).isFocused();
        String before = page.locator("p [data-is='plan.users']").first().textContent();
        String tpot = page.locator("td [data-is='plan.tpot']").first().textContent();

        page.locator("#plan-users").fill("96");

        assertThat(page.locator("p [data-is='plan.users']").first()).hasText("96");
        assertThat(before).isEqualTo("32");
        assertThat(page.locator("td [data-is='plan.tpot']").first()).not().hasText(tpot);
        Accessibility.verify(page);
        String shown = page.locator("td [data-is='plan.tpot']").first().textContent();

        page.locator("#scenario-plan .go").click();

        assertThat(page.locator("#verdict")).containsText(shown);
        assertThat(page.locator("#field-users")).hasValue("96");
        assertThat(page.locator("#link-notice")).hasCount(0);
        page.goBack();
        assertThat(page.locator("#plan-users")).hasValue("96");
        page.locator(".guide-contents a").nth(2).press("Enter");
        assertThat(page.locator(".guide-text h2").nth(2)).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"deepseek-on-h200, en-US, 1280, DARK", "deepseek-on-h20, zh-CN, 360, LIGHT",
        "price-per-million-tokens, zh-CN, 1280, LIGHT", "which-model-for-which-server, en-US, 360, DARK",
        "licence-and-export, en-US, 1280, LIGHT", "attention-at-128k, zh-CN, 1280, DARK", "glossary, zh-CN, 360, DARK",
        "benchmark-your-cluster, zh-CN, 360, LIGHT"})
    void everyKindOfGuideIsAccessibleAndKnowsItsFigures(
            String slug, String locale, int width, ColorScheme scheme, DistPages pages) {
        Page page = pages.open("#guide/" + slug, new Browser.NewContextOptions().setLocale(locale)
                .setViewportSize(width, 900).setColorScheme(scheme));
        assertThat(page.locator(".scenario .figure .value").first()).not().isEmpty();
        assertThat(page.locator(".guide-text .live.unknown")).hasCount(0);

        Accessibility.verify(page);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
    }
}
