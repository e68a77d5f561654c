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

/** Measurements beside the estimate, and the page about all of them, from a file. */
@ExtendWith(BrowserExtension.class)
class EvidencePageIT {

    /** Paper doesn't wait for the next frame, so neither does this. */
    private static final String DRAWN_INSIDE = """
            () => {
              dispatchEvent(new Event('beforeprint'));
              const svg = document.querySelector('#chart-accuracy-tpot svg');
              const box = svg.getBBox();
              const inside = box.x + box.width <= svg.viewBox.baseVal.width + 1;
              dispatchEvent(new Event('afterprint'));
              return inside;
            }
            """;

    @Test
    void theNearestMeasurementsAreReadWhenTheyAreWantedAndFollowTheFields(DistPages pages) {
        Page page = pages.open("");
        assertThat(page.locator("#evidence-title")).isVisible();
        assertThat(pages.requests()).noneMatch(address -> address.endsWith("evidence.js") || address.endsWith("workbench.js"));
        page.locator("#field-users").fill("100");

        page.locator(".evidence button").click();

        assertThat(page.locator(".nearest-table tbody tr")).not().hasCount(0);
        assertThat(page.locator("#evidence-title")).isFocused();
        assertThat(page.locator("#field-users")).hasValue("100");
        assertThat(page).hasURL(Pattern.compile(".*evidence=1.*"));
        Accessibility.verify(page);

        page.locator("#field-engine").selectOption("mindie");
        page.locator("#field-hw").fill("huawei-ascend-910c");
        page.locator("#field-hw").press("Enter");
        assertThat(page.locator(".nearest")).containsText("No measurement is near");
        assertThat(pages.requests().stream().filter(address -> address.endsWith("evidence.js"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, Measured against estimated", "zh-CN, DARK, 实测与估算"})
    void everyBandLeadsToThePageAboutAccuracy(String locale, ColorScheme scheme, String title, DistPages pages) {
        Page page = pages.open("", new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme)
                .setViewportSize(1280, 1000));

        page.locator("#verdict .band a").first().click();

        assertThat(page.locator("#chart-accuracy-tpot")).containsText(title);
        assertThat(page.locator("#chart-accuracy-tpot svg")).hasCount(1);
        assertThat(page.locator("#heading")).isFocused();
        Accessibility.verify(page);

        assertThat((boolean) page.evaluate(DRAWN_INSIDE)).as("on paper the drawing ends inside its frame").isTrue();

        String before = page.locator(".accuracy-sum").textContent();
        page.locator("#entry-hw").focus();
        page.locator("#entry-hw").selectOption("nvidia-h200-sxm-141gb");
        assertThat(page.locator(".accuracy-sum")).not().hasText(before);
        assertThat(page.locator("#entry-hw")).isFocused();
    }
}
