package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every view in every language, every export: the page asks for files of dist alone and tries nothing else. Requests are
 * held against {@code SHA256SUMS} after each test by {@link DistPages}, which also fails on what the policy refused.
 */
@ExtendWith(BrowserExtension.class)
class NothingLeavesIT {

    /** Notes each way out of a page when it is tried, whether or not the policy would stop it, and what the policy stopped. */
    private static final String WATCH = """
            (() => {
              const tried = globalThis.plannerTried = [];
              addEventListener('securitypolicyviolation', e => tried.push('policy ' + e.violatedDirective + ' ' + e.blockedURI));
              for (const name of ['fetch', 'open', 'importScripts']) {
                const old = globalThis[name];
                if (old) globalThis[name] = function(...args) { tried.push(name + ' ' + args[0]); return old.apply(this, args); };
              }
              for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection',
                  'SharedWorker', 'BroadcastChannel', 'Notification']) {
                const old = globalThis[name];
                if (old) globalThis[name] = new Proxy(old, {construct(type, args) { tried.push(name + ' ' + args[0]);
                  return Reflect.construct(type, args); }});
              }
              const worker = globalThis.Worker;
              globalThis.Worker = new Proxy(worker, {construct(type, args) {
                if (!String(args[0]).startsWith('blob:')) tried.push('Worker ' + args[0]);
                return Reflect.construct(type, args); }});
              const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
              Object.defineProperty(HTMLImageElement.prototype, 'src', {...src, set(to) {
                if (!/^(data|blob):/.test(to)) tried.push('image ' + to);
                src.set.call(this, to); }});
              for (const name of ['sendBeacon', 'registerProtocolHandler', 'share']) {
                if (navigator[name]) navigator[name] = (...args) => { tried.push(name + ' ' + args[0]); return false; };
              }
              if (navigator.serviceWorker) navigator.serviceWorker.register = address => { tried.push('serviceWorker ' + address); };
            })();""";

    /** Elements that would load, connect or look up something elsewhere. */
    private static final String ELSEWHERE = """
            () => [...document.querySelectorAll('link, script[src], img, iframe, object, embed, video, audio, source, form, base, [ping]')]
              .filter(e => { const to = e.href || e.src || e.data || e.action || e.ping || '';
                const own = location.href.split('#')[0].replace(/[^/]*$/, '');
                const loads = e.tagName !== 'LINK' || ['icon', 'stylesheet'].includes(e.rel);
                return !loads || e.hasAttribute('ping') || to && !/^(data|blob):/.test(to) && !String(to).startsWith(own); })
              .map(e => e.outerHTML.slice(0, 200))""";

    @ParameterizedTest
    @CsvSource({"index.html, en", "index.html, zh-CN", "planner.html, zh-CN"})
    void noViewAndNoExportAsksForAnythingElse(String file, String language, DistPages pages) {
        Page page = watched(pages, file, "#calculator?lang=" + language);
        for (Route.Place place : Route.Place.values()) {
            page.evaluate("hash => { location.hash = hash; }", address(place) + "?lang=" + language);
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("main [role=status].error")).hasCount(0);
            for (String button : exports(place)) {
                Locator export = page.locator(button).first();
                assertThat(export).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(60_000));
                Download saved = page.waitForDownload(export::click);
                assertThat(saved.failure()).isNull();
            }
            assertThat(elsewhere(page)).as(place.code()).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(tried(page)).as("ways out that %s tried", file).isEmpty();
    }

    /** Buttons that save a file: a drawing in each of its forms, plans, and everything of a handover. */
    private static List<String> exports(Route.Place place) {
        return switch (place) {
            case MODEL -> List.of("button[data-save=svg]", "button[data-save=png]", "button[data-save=csv]");
            case PLAN -> List.of(".plan-files button");
            case HANDOVER -> List.of(".handover-archive button");
            default -> List.of();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"embed.html", "verify.html"})
    void theOtherPagesAskForNothing(String file, DistPages pages) {
        Page page = watched(pages, file, "");
        assertThat(page.locator("body")).containsText("a");

        assertThat(elsewhere(page)).isEmpty();
        assertThat(tried(page)).isEmpty();
        assertThat(pages.requests()).filteredOn(address -> !address.startsWith("data:")).hasSize(1);
    }

    /** Without this, the tests above could be blind. */
    @Test
    void theWatchSeesEachWayOut(DistPages pages) {
        Page page = watched(pages, "index.html", "");
        assertThat(page.locator("h1")).hasCount(1);

        page.evaluate("""
                () => { const to = 'https://elsewhere.invalid/';
                  fetch(to).catch(() => 0); try { new WebSocket('wss://elsewhere.invalid/'); } catch (e) { }
                  navigator.sendBeacon(to, 'x'); new Image().src = to; try { new EventSource(to); } catch (e) { }
                  const link = document.createElement('link'); link.rel = 'dns-prefetch'; link.href = to; document.head.append(link); }""");
        page.waitForCondition(() -> tried(page).stream().anyMatch(way -> way.startsWith("policy connect-src")));

        assertThat(tried(page)).extracting(way -> way.split(" ")[0])
                .contains("fetch", "WebSocket", "sendBeacon", "image", "EventSource", "policy");
        assertThat(elsewhere(page)).hasSize(1);
        assertThat(pages.messages()).isNotEmpty();
        pages.forgetMessages();
        pages.forgetRequests();
    }

    private static Page watched(DistPages pages, String file, String hash) {
        Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US"));
        page.addInitScript(WATCH);
        page.navigate(DistPages.DIST.resolve(file).toUri() + hash);
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> tried(Page page) {
        return (List<String>) page.evaluate("() => globalThis.plannerTried");
    }

    @SuppressWarnings("unchecked")
    private static List<String> elsewhere(Page page) {
        return (List<String>) page.evaluate(ELSEWHERE);
    }

    private static String address(Route.Place place) {
        return switch (place) {
            case MODEL -> "model/deepseek-r1";
            case ACCELERATOR -> "accelerator/nvidia-h200-sxm-141gb";
            case SERVER -> "server/nvidia-dgx-h200";
            case FABRIC -> "fabric/" + TestCatalog.catalog().fabrics().get(0).id();
            case GUIDE -> "guide/size-your-first-deployment";
            default -> place.code();
        };
    }
}
