package dev.llmplanner.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test {@link DistPages}. One browser serves all tests of a run, since starting it takes seconds.
 *
 * <p>After each test it fails the test if a page wrote to the console, threw, or asked for anything outside dist's list.
 */
public final class BrowserExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(BrowserExtension.class);
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DistPages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(DistPages.class, key -> new DistPages(running.browser), DistPages.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        DistPages pages = context.getStore(NAMESPACE).get(DistPages.class, DistPages.class);
        if (pages != null) {
            pages.verifyAndClose();
        }
    }

    /** One thread's own Playwright: it can't be shared. */
    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Starts the Chromium that all browser tests use. */
    static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(new ChromiumFinder(System::getenv).find(playwright))
                .setArgs(ARGUMENTS));
    }

    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Playwright playwright;
        private final Browser browser;

        Running() {
            playwright = playwright();
            browser = launch(playwright);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
