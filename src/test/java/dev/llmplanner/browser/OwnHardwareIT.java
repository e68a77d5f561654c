package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hardware of one's own: made on the page, used in the Calculator, taken along by a link, kept only when asked. */
@ExtendWith(BrowserExtension.class)
class OwnHardwareIT {
    private static final String COPY = "#own-hardware?copy=accelerators/huawei-ascend-910b2";

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, 1440", "zh-CN, DARK, 360"})
    void aCopyIsCheckedFieldByFieldAndUsed(String locale, ColorScheme colours, int width, DistPages pages) {
        Page page = pages.open(COPY, new Browser.NewContextOptions().setLocale(locale).setColorScheme(colours)
                .setViewportSize(width, 900));
        page.locator("#own-memory-usableGiB").fill("6127");
        assertThat(page.locator("#own-memory-usableGiB-error")).isVisible();
        Accessibility.verify(page);
        page.locator("#own-memory-usableGiB").fill("60");
        page.locator("#own-name").fill("<i>910B</i>");
        page.locator("#own-name").press("Enter");
        assertThat(page.locator(".own-records li")).containsText("<i>910B</i>");
        assertThat(page.locator(".own-records li")).isFocused();
        Accessibility.verify(page);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();

        page.locator(".own-records .go").click();

        assertThat(page.locator("#field-hw")).hasValue("<i>910B</i>");
        assertThat(page.locator("#error-hw")).hasCount(0);
        Page elsewhere = pages.open(page.url().substring(page.url().indexOf('#')));
        assertThat(elsewhere.locator("#field-hw")).hasValue("<i>910B</i>");
        assertThat(elsewhere.locator("#verdict")).isVisible();
        assertThat(elsewhere.locator("#link-notice")).hasCount(0);
    }

    @Test
    void theBrowserKeepsItOnlyWhenItIsAsked(DistPages pages) {
        Page page = pages.open(COPY, new Browser.NewContextOptions().setLocale("en-US"));
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".own-records li")).hasCount(1);
        assertThat((String) page.evaluate("() => JSON.stringify(localStorage)")).doesNotContain("910");
        Page before = pages.openAgain(page, "#own-hardware");
        assertThat(before.locator("#own-keep")).isVisible();
        assertThat(before.locator(".own-records li")).hasCount(0);

        page.locator("#own-keep").check();

        Page after = pages.openAgain(page, "#own-hardware");
        assertThat(after.locator(".own-records li")).hasCount(1);
        assertThat(after.locator("#own-keep")).isChecked();
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedWithItsReason(DistPages pages) {
        Page page = pages.open("#own-hardware", new Browser.NewContextOptions().setLocale("en-US"));
        for (String text : new String[] {"<script>alert(1)</script>", "[".repeat(100_000), "{\"kind\": \"<img src=x>\"}",
            "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": "
                    + "{\"own:x\": {\"name\": \"x\", \"__proto__\": {\"memory\": 1}}}}}"}) {
            page.locator("#own-file").setInputFiles(
                    new FilePayload("x.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("#own-problems li")).hasCount(1);
            assertThat(page.locator("#own-problems img, #own-problems script")).hasCount(0);
            assertThat(page.locator(".own-records li")).hasCount(0);
        }
        Accessibility.verify(page);
    }

    @ParameterizedTest
    @CsvSource({"en-US, hardware, LIGHT, 1440", "zh-CN, servers, DARK, 360", "zh-CN, fabrics, LIGHT, 900"})
    void tablesAreFilteredWithTheKeyboardAndTheLinkKeepsIt(
            String locale, String place, ColorScheme colours, int width, DistPages pages) {
        Page page = pages.open("#" + place, new Browser.NewContextOptions().setLocale(locale).setColorScheme(colours)
                .setViewportSize(width, 900));
        int all = page.locator("tr[data-id]").count();
        page.locator("#filter-vendor").selectOption("huawei");
        assertThat(page.locator("tr[data-id]").first()).hasAttribute("data-id", java.util.regex.Pattern.compile("huawei|ub|hccs|rdma"));
        assertThat(page.locator("tr[data-id]").count()).isLessThan(all);
        assertThat(page).hasURL(java.util.regex.Pattern.compile("vendor=huawei"));
        Accessibility.verify(page);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }
}
