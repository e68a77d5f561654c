package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Models view from a file: tiers, filters, keys, the comparison; on a phone and on paper. */
@ExtendWith(BrowserExtension.class)
class ModelsPageIT {
    private static final Pattern NUMBER = Pattern.compile("[0-9.,]+");

    @ParameterizedTest
    @CsvSource({"en-US, DARK", "zh-CN, LIGHT"})
    void tiersFiltersAndComparisonAreOperableAndAccessible(String locale, ColorScheme colors, DistPages pages) {
        Page page = pages.open("#models?q=deepseek",
                new Browser.NewContextOptions().setLocale(locale).setColorScheme(colors));
        assertThat(page.locator("tr[data-id='deepseek-r1'] .c-single-user")).hasText(NUMBER);
        page.locator("#search").fill("");
        page.locator("#arrangement-tier").click();
        page.locator(".tier-grid button").first().click();
        assertThat(page.locator(".chosen .chip-button")).hasCount(2);
        page.locator("#filters-toggle").click();
        assertThat(page.locator(".facet").first()).isVisible();
        Accessibility.verify(page);

        page.locator("#filters-clear").click();
        assertThat(page.locator("#search")).isFocused();
        page.locator("#filters-toggle").click();
        page.locator("tr[data-id='deepseek-r1'] .compare").click();
        page.locator("#search").fill("llama-3.1-405b");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#row-llama-3\\.1-405b")).isFocused();
        page.keyboard().press("c");
        assertThat(page.locator(".tray li")).hasCount(2);
        Accessibility.verify(page);
        page.locator(".tray .go").click();

        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator(".compare-table thead th")).hasCount(2);
        assertThat(page.locator(".compare-table .is-different").first()).isVisible();
        Accessibility.verify(page);
        assertThat(page.url()).contains("#compare?ids=deepseek-r1,llama-3.1-405b");
        page.goBack();
        assertThat(page.locator(".tray li")).hasCount(2);
    }

    @Test
    void theKeyboardAloneGoesFromTheSearchToAModelsPage(DistPages pages) {
        Page page = pages.open("#models?by=list&sort=-total", new Browser.NewContextOptions().setLocale("en-US"));
        assertThat(page.locator("tr[data-id]").nth(110)).isAttached();
        page.keyboard().press("/");
        page.keyboard().type("glm");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("j");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        Locator rows = page.locator("tr[data-id]");
        assertThat(rows.nth(1).locator("th a")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).isFocused();
        assertThat(page).hasURL(Pattern.compile("#model/"));
    }

    @Test
    void aRowKeepsItsNodesWhileAFilterLeavesItOutAndItsFocusWhileItChanges(DistPages pages) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale("en-US");
        Page page = pages.open("#models?by=list", options);
        Locator row = page.locator("tr[data-id='deepseek-r1']");
        assertThat(row.locator(".c-single-user")).hasText(NUMBER);
        row.evaluate("row => { row.marked = true; }");
        page.locator("#search").fill("llama");
        assertThat(row).hasCount(0);
        page.locator("#search").fill("");
        assertThat(row).hasCount(1);
        assertThat(row.evaluate("row => row.marked")).isEqualTo(true);

        row.locator(".compare").focus();
        page.keyboard().press("Enter");
        assertThat(row.locator(".compare")).hasAttribute("aria-pressed", "true");
        assertThat(row.locator(".compare")).hasText("\u2713");
        assertThat(row.locator(".compare")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".tray li")).hasCount(0);

        page.locator("th.c-total .sort").click();
        assertThat(page.locator("th.c-total")).hasAttribute("aria-sort", "descending");
        assertThat(ids(page)).isEqualTo(ids(pages.open("#models?by=list&sort=-total", options)));
    }

    /** All rows in the page's order, once they are there. */
    private static Object ids(Page page) {
        page.waitForFunction("() => document.querySelectorAll('tr[data-id]').length"
                + " === Object.keys(PLANNER_CATALOG.models).length && !document.querySelector('.computing').textContent");
        return page.evaluate("() => [...document.querySelectorAll('tr[data-id]')].map(row => row.dataset.id)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#models?by=tier", "#compare?ids=deepseek-r1,llama-3.1-70b"})
    void nothingButTheTableScrollsSidewaysOnAPhone(String hash, DistPages pages) {
        Page page = pages.open(hash, new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(360, 800));
        assertThat(page.locator("table a").first()).isVisible();

        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
        Accessibility.verify(page);
    }

    @Test
    void allRowsAreThereOnceTheReaderPausesAndTheyPrint(DistPages pages) {
        Page page = pages.open("#models", new Browser.NewContextOptions().setLocale("en-US"));
        assertThat(page.locator("tr[data-id]")).hasCount(117);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("tr[data-id]").last()).isVisible();
        assertThat(page.locator("#reference-hw")).isVisible();
        assertThat(page.locator("#search")).isHidden();
    }

    @Test
    void theAddressFollowsAtAPauseOrWhereAFieldIsLeftAndNeverReplacesWhereTheReaderWent(DistPages pages) {
        Page page = pages.open("#models", new Browser.NewContextOptions().setLocale("en-US"));
        String type = """
                text => {
                  const field = document.getElementById('search');
                  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
                  field.dispatchEvent(new Event('input', {bubbles: true}));
                }""";
        page.evaluate(type, "qwen");
        assertThat(page).hasURL(Pattern.compile("#models\\?q=qwen$"));

        Object left = page.evaluate("async () => { (" + type + ")('glm'); await Promise.resolve(); await Promise.resolve();"
                + "document.getElementById('search').dispatchEvent(new Event('change', {bubbles: true})); return location.hash; }");
        assertThat(left).isEqualTo("#models?q=glm");

        page.evaluate("async () => { (" + type + ")('kimi'); await Promise.resolve(); await Promise.resolve(); location.hash = 'hardware'; }");
        page.waitForTimeout(200);
        assertThat(page).hasURL(Pattern.compile("#hardware$"));
    }
}
