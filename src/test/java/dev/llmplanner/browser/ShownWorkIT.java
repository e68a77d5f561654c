package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure's formula, opened beside the figure, from a file. */
@ExtendWith(BrowserExtension.class)
class ShownWorkIT {

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, TPOT, Decode step, Copy", "zh-CN, DARK, 每 token 延迟（TPOT）, 单次解码步耗时, 复制"})
    void aFormulaOpensBesideItsFigureAndLeadsToTheNextOne(
            String locale, ColorScheme colours, String title, String next, String copy, DistPages pages) {
        Page page = pages.open("#calculator",
                new Browser.NewContextOptions().setLocale(locale).setColorScheme(colours));
        Locator dialog = page.locator("#work");
        String tpot = page.locator("#verdict .figure").nth(2).locator(".value").innerText();

        page.locator(".speed tbody .work-button").nth(1).click();

        assertThat(dialog.locator("h2")).hasText(title);
        assertThat(dialog.locator(".work-formula")).hasText("decodeStep / tokensPerStep + stall");
        assertThat(dialog.locator(".work-result")).hasText(tpot);
        assertThat(dialog.locator("button", new Locator.LocatorOptions().setHasText(copy))).isVisible();
        Accessibility.verify(page);

        dialog.locator(".work-link").first().click();

        assertThat(dialog.locator("h2")).hasText(next);
        assertThat(dialog.locator("tbody tr")).not().hasCount(3);

        page.keyboard().press("Escape");

        assertThat(dialog).isHidden();
    }

    @Test
    void everyButtonOfTheAnswerHasAFormula(DistPages pages) {
        Page page = pages.open("#calculator");
        Locator buttons = page.locator(".work-button");
        assertThat(buttons.first()).isVisible();
        int count = buttons.count();
        assertThat(count).isGreaterThan(15);

        for (int i = 0; i < count; i++) {
            buttons.nth(i).click();
            assertThat(page.locator("#work .work-formula")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#work")).isHidden();
        }
    }

    @Test
    void theWorkFollowsTheScenario(DistPages pages) {
        Page page = pages.open("#calculator");
        page.locator(".speed tbody .work-button").nth(1).click();
        String before = page.locator("#work .work-result").innerText();
        page.keyboard().press("Escape");

        page.locator("#field-users").fill("1");
        page.locator(".speed tbody .work-button").nth(1).click();

        assertThat(page.locator("#work .work-result")).not().hasText(before);
    }
}
