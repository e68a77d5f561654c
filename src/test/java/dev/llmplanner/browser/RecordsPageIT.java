package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and Hardware from a file: search, sort, every fact with its source, one click into the Calculator. */
@ExtendWith(BrowserExtension.class)
class RecordsPageIT {

    @ParameterizedTest
    @CsvSource({"en-US, Native: BF16", "zh-CN, 原生：BF16"})
    void aModelIsSearchedSortedReadAndTakenIntoTheCalculator(String locale, String weights, DistPages pages) {
        Page page = pages.open("#models", new Browser.NewContextOptions().setLocale(locale));
        assertThat(page.locator("tr[data-id]")).hasCount(117);
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("智谱 glm-4.5");
        assertThat(page.locator("tr[data-id='glm-4.5']")).isVisible();
        page.locator("#search").fill("llama 3.1");
        page.locator("#arrangement-list").click();
        page.locator("th.c-total .sort").click();
        assertThat(page.locator("tr[data-id]").first()).hasAttribute("data-id", Pattern.compile("405b"));
        assertThat(page.locator("th.c-total")).hasAttribute("aria-sort", "descending");
        Accessibility.verify(page);

        page.locator("tr[data-id='llama-3.1-70b'] th a").click();
        assertThat(page.locator("h1")).containsText("3.1");
        assertThat(page.locator("h1")).isFocused();
        page.locator(".ref").first().click();
        assertThat(page.locator(".sources li").first()).isVisible();
        assertThat(page.locator(".sources li:focus")).hasCount(1);
        Accessibility.verify(page);
        page.locator(".record-head .go").click();

        assertThat(page.locator("#field-weights option[value=native]")).hasText(weights);
        assertThat(page.locator("#verdict")).isVisible();
        page.goBack();
        assertThat(page.locator(".sources")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void hardwareIsSearchedAndTakenIntoTheCalculator(String locale, DistPages pages) {
        Page page = pages.open("#hardware", new Browser.NewContextOptions().setLocale(locale)
                .setColorScheme(ColorScheme.DARK));
        page.locator("#search").fill("华为");
        assertThat(page.locator("tr[data-id='huawei-ascend-910b2']")).isVisible();
        page.locator(".tabs a").nth(1).click();
        assertThat(page.locator("h1")).isFocused();
        page.locator("#search").fill("dgx-h200");
        assertThat(page.locator("tr[data-id='nvidia-dgx-h200']")).isVisible();
        Accessibility.verify(page);
        page.locator("tr[data-id='nvidia-dgx-h200'] .go").click();

        assertThat(page.locator("#field-server")).hasValue(Pattern.compile("DGX H200"));
        assertThat(page.locator("#verdict .value").first()).hasText("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#accelerator/nvidia-h200-sxm-141gb", "#server/nvidia-dgx-h200", "#fabric/ib-ndr",
        "#model/nobody", "#guide/nothing"})
    void everyOtherPageIsAccessible(String hash, DistPages pages) {
        Page page = pages.open(hash, new Browser.NewContextOptions().setLocale("zh-CN"));
        assertThat(page.locator("h1")).hasCount(1);

        Accessibility.verify(page);
    }
}
