package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing moves by itself while the page loads. */
@ExtendWith(BrowserExtension.class)
class LayoutShiftIT {
    private static final double MOST = 0.01;

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void theFirstLoadMovesNothing(int width, DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, 900));
        page.addInitScript(LayoutShift.OBSERVE);
        page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
        page.waitForSelector("main h1", new Page.WaitForSelectorOptions().setState(LayoutShift.ATTACHED));
        page.waitForTimeout(1000);

        assertThat(LayoutShift.byItself(page)).isLessThan(MOST);
    }
}
