package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first load hands over to the workbench when another page is wanted, and nothing is lost. */
@ExtendWith(BrowserExtension.class)
class HandOverIT {

    @Test
    void theWorkbenchIsLoadedOnlyWhenItIsWantedAndKeepsWhatWasTyped(DistPages pages) {
        Page page = pages.open("", new Browser.NewContextOptions().setLocale("en-US"));
        page.locator("#field-gpus").fill("abc");
        assertThat(page.locator("#error-gpus")).isVisible();
        assertThat(pages.requests()).noneMatch(address -> address.contains("workbench"));

        page.locator("nav a").first().click();
        assertThat(page.locator("tr[data-id]").first()).isVisible();
        assertThat(page.locator("h1")).isFocused();
        page.locator("nav a").nth(1).click();

        assertThat(page.locator("#field-gpus")).hasValue("abc");
        assertThat(page.locator("#error-gpus")).isVisible();
        page.locator("#field-gpus").fill("8");
        assertThat(page.locator("#error-gpus")).hasCount(0);
        assertThat(page.locator("#app > .page")).hasCount(1);
    }

    @Test
    void backAndForwardGoOnAfterTheHandOver(DistPages pages) {
        Page page = pages.open("#calculator?gpus=16", new Browser.NewContextOptions().setLocale("zh-CN"));
        page.locator("nav a[href^='#hardware']").first().click();
        assertThat(page.locator("tr[data-id='nvidia-h200-sxm-141gb']")).isVisible();
        page.goBack();
        assertThat(page.locator("#field-gpus")).hasValue("16");
        page.goForward();
        assertThat(page.locator("tr[data-id='nvidia-h200-sxm-141gb']")).isVisible();
        assertThat((List<?>) page.evaluate("() => [...document.scripts].map(s => s.getAttribute('src'))"))
                .doesNotHaveDuplicates();
    }
}
