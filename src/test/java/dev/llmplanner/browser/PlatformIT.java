package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform promises whatever the application shows. */
@ExtendWith(BrowserExtension.class)
class PlatformIT {

    @Test
    void aChosenLanguageIsRememberedAtTheNextVisit(DistPages pages) {
        Page first = pages.open("");
        first.locator("#language").selectOption("zh-CN");
        assertThat(first.locator("html")).hasAttribute("lang", "zh-CN");

        Page second = pages.openAgain(first, "");

        assertThat(second.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[]", "{\"language\": 7, \"theme\": null}", "{\"language\": \"tlh\"}"})
    void whateverIsStoredThePageOpens(String stored, DistPages pages) {
        Page first = pages.open("");
        first.evaluate("text => localStorage.setItem('llm-deployment-planner', text)", stored);

        Page second = pages.openAgain(first, "");

        assertThat(second.locator("h1").first()).isVisible();
    }

    @Test
    void opensInASandboxedFrameThatKeepsNothing(DistPages pages) {
        Page host = pages.openBlank(new Browser.NewContextOptions());
        host.setContent("<iframe sandbox='allow-scripts' width='1200' height='800' src='"
                + pages.served("index.html") + "'></iframe>");

        FrameLocator frame = host.frameLocator("iframe");

        assertThat(frame.locator("h1").first()).isVisible();
    }

    @Test
    void theBackButtonReturnsToThePlaceBefore(DistPages pages) {
        Page page = pages.open("");
        String opened = page.locator("h1").first().innerText();
        page.locator("nav a").first().click();
        assertThat(page.locator("h1").first()).not().hasText(opened);

        page.goBack();

        assertThat(page.locator("h1").first()).hasText(opened);
    }

    @Test
    void aChosenThemeStandsOnTheRoot(DistPages pages) {
        Page page = pages.open("");

        page.locator("#theme").selectOption("dark");

        assertThat(page.locator("html")).hasClass("dark");
    }

    @Test
    void worksFromAServerToo(DistPages pages) {
        Page page = pages.openServed("");

        assertThat(page.locator("h1").first()).isVisible();
        assertThat(pages.requests()).allMatch(address -> address.startsWith("http://127.0.0.1:"));
    }
}
