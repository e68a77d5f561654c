package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the page, from a file, as a person does it. */
@ExtendWith(BrowserExtension.class)
class CalculatorPageIT {

    @ParameterizedTest
    @CsvSource({"en-US, Fits, last good answer", "zh-CN, 可部署, 上一次的有效结果"})
    void choosesModelHardwareAndWorkloadAndAnswersAtOnce(
            String locale, String fits, String stale, DistPages pages) {
        Page page = open(pages, "", locale);
        assertThat(page.locator("#verdict .verdict").first()).containsText(fits);

        page.locator("#field-model").fill("gpt-oss-120b");
        page.locator("#field-model").press("Enter");
        assertThat(page.locator("#field-model")).hasValue(Pattern.compile("gpt-oss-120b", Pattern.CASE_INSENSITIVE));
        page.locator("#field-hw").fill("h100 sxm5");
        page.locator("#list-hw li").first().click();
        page.locator("#field-gpus").fill("2");
        page.locator(".preset").nth(1).click();

        assertThat(page.locator("#field-in")).hasValue("8192");
        assertThat(page.locator("#verdict .value").first()).hasText("2");
        assertThat(page.locator(".memory-bar")).isVisible();
        String good = page.locator("#verdict .figures").innerText();
        page.locator("#field-in").fill("abc");
        assertThat(page.locator("#error-in")).containsText("abc");
        assertThat(page.locator("#verdict")).containsText(stale);
        assertThat(page.locator("#verdict .figures").innerText()).isEqualTo(good);
        Accessibility.verify(page);
        page.locator("#field-in").fill("4096");
        assertThat(page.locator("#error-in")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void aDeploymentThatDoesNotFitIsMendedByOneClick(String locale, DistPages pages) {
        Page page = open(pages, "#calculator?gpus=4&in=8192", locale);
        assertThat(page.locator("#verdict")).hasClass(Pattern.compile("does-not-fit"));
        assertThat(page.locator(".memory-bar .short")).hasCount(1);
        Accessibility.verify(page);

        page.locator(".remedy").first().click();

        assertThat(page.locator("#verdict")).not().hasClass(Pattern.compile("does-not-fit"));
        assertThat(page.locator("#verdict")).isFocused();
    }

    @Test
    void anUnknownFactIsNamedWithItsFile(DistPages pages) {
        Page page = open(pages, "#calculator?hw=amd-mi455x&gpus=", "en-US");

        assertThat(page.locator(".finding.unknown").first()).isVisible();
        Accessibility.verify(page);
    }

    @Test
    void aLinkReproducesThePageAndADamagedOneSaysWhatItIgnored(DistPages pages) {
        Page first = open(pages, "", "en-US");
        first.locator("#field-users").fill("17");
        first.locator("#language").selectOption("zh-CN");
        assertThat(first.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(first).hasURL(Pattern.compile("#calculator\\?users=17&lang=zh-CN$"));
        String address = first.url();
        String verdict = first.locator("#verdict").innerText();

        Page second = open(pages, address.substring(address.indexOf('#')), "en-US");
        assertThat(second.locator("#field-users")).hasValue("17");
        assertThat(second.locator("#verdict").innerText()).isEqualTo(verdict);
        Page damaged = open(pages, "#calculator?users=17&gpus=many&model=nope&%zz", "en-US");

        assertThat(damaged.locator("#link-notice")).containsText("3 parts");
        assertThat(damaged.locator("#link-notice")).containsText("gpus=many");
        assertThat(damaged.locator("#field-users")).hasValue("17");
        assertThat(damaged.locator("#verdict .verdict").first()).containsText("Fits");
        damaged.locator("#link-notice button").click();
        assertThat(damaged.locator("#link-notice")).hasCount(0);
    }

    @Test
    void languageAndThemeAreRememberedUntilTheNextVisit(DistPages pages) {
        Page page = open(pages, "", "en-US");
        page.locator("#language").selectOption("zh-CN");
        assertThat(page.locator("h1")).hasText("计算器");
        page.locator("#theme").selectOption("dark");
        assertThat(page.locator("html")).hasClass("dark");

        Page again = pages.openAgain(page, "");

        assertThat(again.locator("h1")).hasText("计算器");
        assertThat(again.locator("html")).hasClass("dark");
        assertThat(again.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(16, 20, 24)");
    }

    @Test
    void theListOfModelsWorksByKeyboardAlone(DistPages pages) {
        Page page = open(pages, "", "en-US");
        Locator field = page.locator("#field-model");
        field.focus();
        page.keyboard().press("ArrowDown");
        assertThat(field).hasAttribute("aria-expanded", "true");
        page.keyboard().type("llama 405");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        Accessibility.verify(page);
        page.keyboard().press("Enter");

        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue(Pattern.compile("405B"));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void theVerdictStaysInSight(int width, DistPages pages) {
        Page page = pages.open("", new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, 700));
        assertThat(page.locator("#verdict")).isVisible();

        page.evaluate("() => window.scrollTo(0, 600)");

        assertThat(page.locator("#verdict").boundingBox().y).isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 900, 1440, 2200})
    void nothingIsWiderThanTheWindow(int width, DistPages pages) {
        for (String hash : new String[] {"", "#models", "#hardware", "#model/deepseek-r1", "#guides"}) {
            Page page = pages.open(hash, new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 800)
                    .setColorScheme(width < 1000 ? ColorScheme.DARK : ColorScheme.LIGHT));
            assertThat(page.locator("h1")).hasCount(1);

            assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                    .as(hash).isLessThanOrEqualTo(width);
        }
    }

    private static Page open(DistPages pages, String hash, String locale) {
        Page page = pages.open(hash, new Browser.NewContextOptions().setLocale(locale).setViewportSize(1440, 1000));
        assertThat(page.locator("h1")).hasCount(1);
        return page;
    }
}
