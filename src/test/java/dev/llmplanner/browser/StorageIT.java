package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import dev.llmplanner.build.serve.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that keeps nothing takes nothing away from the page. */
@ExtendWith(BrowserExtension.class)
class StorageIT {

    /** The disk is full: reading works, writing doesn't. */
    private static final String FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";

    /** Cookies and site data are refused: the very mention throws. */
    private static final String DENIED = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
            + " Object.defineProperty(window, name, {get() { throw new DOMException('denied', 'SecurityError'); }});";

    /** Somebody else's texts stand where ours would. */
    private static final String FOREIGN = """
            localStorage.setItem('llm-deployment-planner', JSON.stringify({language: 'xx', theme: '<img src=x onerror=alert(1)>',
              measurements: '['.repeat(100000), own: '{"__proto__": {"polluted": 1}}', constructor: {prototype: {polluted: 1}}})
              .replace('{', '{"__proto__": {"polluted": 1}, '));""";

    @ParameterizedTest
    @ValueSource(strings = {FULL, DENIED, FOREIGN})
    void nothingOnThePageIsLost(String storage, DistPages pages) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US"));
        page.addInitScript(storage);
        page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());

        usesThePage(page);

        assertThat(page.evaluate("() => ({}).polluted === undefined")).isEqualTo(true);
    }

    /** As a viewer of attachments shows a file. Of a sandboxed file on a disk, Chromium refuses even its own links. */
    @Test
    void theSingleFileLosesNothingInASandbox(DistPages pages, @TempDir Path folder) throws IOException {
        Files.copy(DistPages.DIST.resolve("planner.html"), folder.resolve("planner.html"));
        Files.writeString(folder.resolve("index.html"),
                "<!doctype html><title>host</title><link rel=\"icon\" href=\"data:,\">"
                + "<iframe sandbox=\"allow-scripts\" src=\"planner.html\" width=\"1200\" height=\"800\"></iframe>");
        try (Server server = Server.start(folder, 0)) {
            usesTheFrame(pages.openHost(server.address().toString(), "index.html").frameLocator("iframe"));
        }
    }

    private static void usesTheFrame(FrameLocator frame) {
        assertThat(frame.locator("#verdict .verdict").first()).containsText("Fits");
        frame.locator("#field-users").fill("17");
        frame.locator("#language").selectOption("zh-CN");
        assertThat(frame.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(frame.locator("#field-users")).hasValue("17");
        frame.locator("nav a").first().click();
        assertThat(frame.locator("h1")).hasCount(1);
    }

    /** A scenario, both settings, another page, and back. */
    private static void usesThePage(Page page) {
        assertThat(page.locator("#verdict .verdict").first()).containsText("Fits");
        page.locator("#field-users").fill("17");
        page.locator("#theme").selectOption("dark");
        page.locator("#language").selectOption("zh-CN");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.locator("nav a").first().click();
        assertThat(page.locator("table").first()).isVisible();
        page.locator("nav a").nth(1).click();
        assertThat(page.locator("#field-users")).hasValue("17");
        assertThat(page.locator("html")).hasClass("dark");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }
}
