package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing moves by itself: neither while a page loads nor when numbers change. */
@ExtendWith(BrowserExtension.class)
class LayoutShiftIT {
    private static final double MOST = 0.01;

    @ParameterizedTest
    @CsvSource({"'', 1440", "'', 360", "'#handover', 1440", "'#hardware', 360"})
    void theFirstLoadMovesNothing(String hash, int width, DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, 900));
        page.addInitScript(LayoutShift.OBSERVE);
        page.navigate(DistPages.DIST.resolve("index.html").toUri() + hash);
        page.waitForSelector("main h1", new Page.WaitForSelectorOptions().setState(LayoutShift.ATTACHED));
        page.waitForTimeout(1000);

        assertThat(LayoutShift.byItself(page)).isLessThan(MOST);
    }

    /** A browser forgives what follows a key within half a second; here the answer and the fields may not move even then. */
    @Test
    void fieldsAndAnswerStayWhileNumbersChange(DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900));
        page.addInitScript(LayoutShift.OBSERVE);
        page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
        page.locator("#field-gpus").fill("16");
        for (String tokens : new String[] {"2048", "16384", "100000"}) {
            page.locator("#field-in").fill(tokens);
        }
        page.locator("#field-users").fill("1000");
        page.locator("#field-gpus").fill("4");
        page.waitForTimeout(600);

        assertThat(LayoutShift.ofAnswerAndFields(page)).isLessThan(MOST);
        assertThat(LayoutShift.byItself(page)).isLessThan(MOST);
    }
}
