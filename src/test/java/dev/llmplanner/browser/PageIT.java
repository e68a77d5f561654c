package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class PageIT {
    private static final double INTERACTIVE_MILLISECONDS = 200;

    @Test
    void opensFromAFileWithoutAConsoleMessageOrAForeignRequest(DistPages pages) {
        Page page = pages.open("");

        assertThat(page.locator("h1").first().innerText()).isNotBlank();
        assertThat(page.title()).isNotBlank();
        assertThat(pages.requests()).anyMatch(address -> address.endsWith("/app.js"));
    }

    @Test
    void isInteractiveSoonAfterItIsOpened(DistPages pages) {
        DoubleSummaryStatistics times = DoubleStream.generate(() -> interactive(pages)).limit(5).summaryStatistics();

        System.out.printf("interactive from file://: best %.0f ms, mean %.0f ms, worst %.0f ms of %d%n",
                times.getMin(), times.getAverage(), times.getMax(), times.getCount());
        assertThat(times.getMin()).isLessThan(INTERACTIVE_MILLISECONDS);
    }

    @Test
    void aStyleOrScriptInThePageIsRefusedByThePolicy(DistPages pages) {
        Page page = pages.open("");

        page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.injected = 1';"
                + "document.body.append(s); }");

        assertThat(page.evaluate("() => window.injected === undefined")).isEqualTo(true);
        assertThat(pages.messages()).anyMatch(message -> message.contains("Content Security Policy"));
        pages.forgetMessages();
    }

    @Test
    void breaksNoRuleThatAxeKnows(DistPages pages) {
        Accessibility.verify(pages.open(""));
        Accessibility.verify(pages.open("", new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK)));
    }

    private static double interactive(DistPages pages) {
        Page page = pages.open("");
        return ((Number) page.evaluate(
                "() => performance.getEntriesByName('planner-interactive')[0].startTime")).doubleValue();
    }
}
