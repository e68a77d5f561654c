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

/** The matrix and the validator from a file: computed in slices, walked by keyboard, opened in the Calculator. */
@ExtendWith(BrowserExtension.class)
class MatrixPageIT {

    @ParameterizedTest
    @CsvSource({"en-US, whole number", "zh-CN, 整数"})
    void theMatrixIsWalkedByKeyboardAndOpensTheCalculator(String locale, String problem, DistPages pages) {
        Page page = pages.open("#matrix?q=deepseek-v3&country=US", new Browser.NewContextOptions().setLocale(locale));
        assertThat(page.locator(".matrix tbody tr")).not().hasCount(0);
        page.locator("#matrix-active").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#matrix-active")).isFocused();
        assertThat(page.locator(".matrix tbody tr").nth(1).locator("td").nth(1).locator("a")).isFocused();
        assertThat(page.locator(".matrix a[tabindex='0']")).hasCount(1);
        Accessibility.verify(page);
        page.locator("#entry-users").fill("1.5");
        assertThat(page.locator("#entry-users-problem")).containsText(problem);
        assertThat(page.locator("#entry-users")).isFocused();
        page.locator("#entry-users").fill("16");
        assertThat(page.locator(".matrix tbody tr")).not().hasCount(0);
        page.locator("#matrix-active").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(page.locator("#field-users")).hasValue("16");
        assertThat(page.locator("#link-notice")).hasCount(0);
        page.goBack();
        assertThat(page.locator("#matrix-active")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"en-US, Take care", "zh-CN, 注意"})
    void theValidatorAnswersAndWarns(String locale, String word, DistPages pages) {
        Page page = pages.open("#validator?q=qwen3&nodes=2", new Browser.NewContextOptions().setLocale(locale)
                .setColorScheme(ColorScheme.DARK));
        assertThat(page.locator(".finding.warning").first()).containsText(word);
        assertThat(page.locator("#outcome-serves")).isVisible();
        page.locator(".validated summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".validated .notes li").first()).isVisible();
        Accessibility.verify(page);
        page.locator("#entry-tpot").fill("25");
        assertThat(page).hasURL(Pattern.compile("tpot=25"));
        page.locator(".validated .go").first().click();
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(page.locator("#link-notice")).hasCount(0);
        assertThat(page.locator("#field-server")).hasValue(Pattern.compile("DGX H200"));
    }

    @Test
    void theTableIsTheSameFromAWorkerAndWithoutOne(DistPages pages) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale("en-US");
        Page aside = pages.open("#matrix?users=16", options);
        String table = whole(aside);
        assertThat(aside.workers()).hasSize(1);

        Page alone = pages.openBlank(options);
        alone.addInitScript("delete globalThis.Worker");
        alone.navigate(DistPages.DIST.resolve("planner.html").toUri() + "#matrix?users=16");
        assertThat(whole(alone)).isEqualTo(table).contains("deepseek-v3");
        assertThat(alone.workers()).isEmpty();
    }

    /** Every word and link of the table, once it is whole. */
    private static String whole(Page page) {
        page.waitForFunction("() => document.querySelectorAll('.matrix tbody tr').length"
                + " === Object.keys(PLANNER_CATALOG.models).length");
        return (String) page.evaluate("() => document.querySelector('.matrix').textContent"
                + " + [...document.querySelectorAll('.matrix a')].map(a => a.getAttribute('href') + a.title).join(' ')");
    }
}
