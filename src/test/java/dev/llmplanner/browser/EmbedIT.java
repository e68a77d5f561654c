package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.llmplanner.build.serve.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded calculator in the sample wiki, from a file and across origins, and against pages that mean no good. */
@ExtendWith(BrowserExtension.class)
class EmbedIT {
    private static final Path WIKI = Path.of("docs/embedding").toAbsolutePath();

    private static Server site;

    @Test
    void theSampleWikiWorksFromAFile(DistPages pages) {
        usesTheWiki(pages.openHost(WIKI.toUri().toString(), "sample-wiki.html"));

        assertThat(pages.requests()).filteredOn(address -> address.contains("/dist/"))
                .allMatch(address -> address.contains("/dist/embed.html"));
    }

    @Test
    void theSampleWikiWorksAcrossOrigins(DistPages pages, @TempDir Path root) throws IOException {
        for (String name : List.of("sample-wiki.js", "sample-wiki.css")) {
            Files.copy(WIKI.resolve(name), root.resolve(name));
        }
        Files.writeString(root.resolve("index.html"),
                Files.readString(WIKI.resolve("sample-wiki.html")).replace("../../dist/", pages.served("")));
        try (Server server = Server.start(root, 0)) {
            usesTheWiki(pages.openHost(server.address().toString(), "index.html"));
        }
    }

    private static void usesTheWiki(Page wiki) {
        assertThat(wiki.frameLocator("#plain").locator("#verdict .verdict").first()).containsText("Fits");
        FrameLocator live = wiki.frameLocator("#live");
        assertThat(wiki.locator("#verdict")).hasText("fits");
        wiki.waitForCondition(() -> {
            int content = ((Number) live.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")).intValue();
            return String.valueOf(content).equals(wiki.locator("#live").getAttribute("height"));
        });

        live.locator("#field-users").fill("17");
        assertThat(wiki.locator("#request")).containsText("\"concurrency\": 17");
        assertThat(wiki.locator("#link")).containsText(Pattern.compile("index\\.html#calculator\\?users=17&lang=en"));
        wiki.locator("#load").click();
        assertThat(live.locator("#field-model")).hasValue(Pattern.compile("405B"));
        assertThat(live.locator("#field-users")).hasValue("32");
        assertThat(wiki.locator("#request")).containsText("llama-3.1-405b");
        wiki.locator("#wrong").click();
        assertThat(wiki.locator("#error")).containsText("unknown-model at model");
        assertThat(live.locator("#field-model")).hasValue(Pattern.compile("405B"));
        wiki.locator("#chinese").click();
        assertThat(live.locator("html")).hasAttribute("lang", "zh-CN");
        wiki.locator("#dark").click();
        assertThat(live.locator("html")).hasClass("dark");
        live.locator(".work-button").first().click();
        assertThat(live.locator("#work .work-formula")).isVisible();
    }

    @Test
    void anotherFrameOfThePageIsNotHeardAndNothingIsToldBeforeHello(DistPages pages) {
        Page host = host(pages, "embed.html");
        host.evaluate("() => { const f = document.createElement('iframe'); f.setAttribute('sandbox', 'allow-scripts');"
                + "f.srcdoc = `<script>setTimeout(() => { for (const type of ['hello']) parent.frames[0].postMessage("
                + "{llmPlanner: 1, type}, '*'); parent.postMessage('tried', '*'); }, 50)</` + `script>`; document.body.append(f); }");
        host.waitForFunction("() => window.heard.includes('tried')");
        frame(host).locator("#field-users").fill("5");

        assertThat(types(host)).containsExactly("ready");
        hear(host, Map.of("llmPlanner", 1, "type", "hello"));
        waitFor(host, "change");
        assertThat(types(host)).containsExactly("ready", "ready", "height", "change");
    }

    @ParameterizedTest
    @CsvSource({"true, change", "false, none"})
    void onlyThePageThatTheAddressNamesIsToldAnything(boolean right, String last, DistPages pages) {
        String origin = right ? site.address().toString().replaceAll("/$", "") : "https://wiki.example.org";
        Page host = host(pages, "embed.html#origin=" + origin);
        assertThat(frame(host).locator("#verdict")).isVisible();
        hear(host, Map.of("llmPlanner", 1, "type", "set", "theme", "dark"));

        if (right) {
            assertThat(frame(host).locator("html")).hasClass("dark");
            waitFor(host, last);
        } else {
            host.waitForTimeout(300);
            assertThat(frame(host).locator("html")).not().hasClass("dark");
            assertThat(types(host)).isEmpty();
            assertThat(pages.messages()).allMatch(message -> message.contains("does not match the recipient"));
            pages.forgetMessages();
        }
    }

    @Test
    void hostileMessagesChangeNothing(DistPages pages) {
        Page host = host(pages, "embed.html");
        hear(host, Map.of("llmPlanner", 1, "type", "hello"));
        waitFor(host, "change");
        String before = frame(host).locator("#app").innerText();

        host.evaluate("""
                () => {
                  const send = message => document.querySelector('iframe').contentWindow.postMessage(message, '*');
                  const circle = {llmPlanner: 1, type: 'load'}; circle.request = circle;
                  let deep = {}; for (let i = 0; i < 100; i++) deep = {deep};
                  send(circle);
                  send({llmPlanner: 1, type: 'load', request: deep});
                  send({llmPlanner: 1, type: 'load', request: {model: 'x'.repeat(100000)}});
                  send({llmPlanner: 1, type: 'load', request: {model: '<img src=x onerror=alert(1)>', accelerator: 'nvidia-h200-sxm-141gb'}});
                  send(JSON.parse('{"llmPlanner":1,"type":"load","request":{"__proto__":{"polluted":1},"model":"deepseek-r1"}}'));
                  send(JSON.parse('{"llmPlanner":1,"type":"load","request":{"constructor":{"prototype":{"polluted":1}}}}'));
                  send({llmPlanner: 1n, type: 'hello'});
                  for (const other of [null, 7, 'text', [], {type: 'load'}, {source: 'some-extension'}, new Map([['llmPlanner', 1]])]) send(other);
                }""");
        host.waitForFunction("() => window.heard.filter(said => said.type === 'error').length === 7");

        assertThat(frame(host).locator("#app").innerText()).isEqualTo(before);
        assertThat(frame(host).locator("img")).hasCount(0);
        assertThat(frame(host).evaluate("() => ({}).polluted === undefined")).isEqualTo(true);
        assertThat(host.evaluate("() => window.heard.filter(said => said.type === 'error').map(said => said.code)"))
                .isEqualTo(List.of("wrong-type", "too-deep", "too-long", "unknown-model", "unknown-member", "unknown-member", "wrong-type"));
    }

    @ParameterizedTest
    @CsvSource({"calculator, en-US", "answer, zh-CN", "verdict, en-US", "calculator, zh-CN"})
    void everyViewIsReadableAndNarrowEnough(String view, String locale, DistPages pages) {
        for (String address : List.of("#view=" + view, "#model=nope&theme=pink&hide=all&view=" + view)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {360, 900}) {
                    Page page = pages.openFile("embed.html", address, new Browser.NewContextOptions().setLocale(locale)
                            .setColorScheme(colours).setViewportSize(width, 700));
                    assertThat(page.locator("#open-planner")).isVisible();
                    assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
                    if (width == 900) {
                        Accessibility.verify(page);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#users=17", "?users=17", "?users=5#users=17"})
    void parametersStandAfterTheHashOrTheQuestionMark(String address, DistPages pages) {
        Page page = pages.openFile("embed.html", address, new Browser.NewContextOptions().setLocale("en-US"));

        assertThat(page.locator("#field-users")).hasValue("17");
        assertThat(page.url()).endsWith(address);
        assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void theDialogGivesTheHtmlThatShowsTheSameScenario(DistPages pages) {
        Page page = pages.openServed("index.html#calculator?users=17");
        page.locator("#embed-open").click();
        assertThat(page.locator("#snippet-title")).isFocused();
        Accessibility.verify(page);
        String html = page.locator("#snippet-html").inputValue();
        page.locator("#snippet-follows").check();
        assertThat(page.locator("#snippet-html")).hasValue(Pattern.compile("height"));
        page.keyboard().press("Escape");
        assertThat(page.locator("#embed-open")).isFocused();
        assertThat(page).hasURL(Pattern.compile("#calculator\\?users=17$"));

        assertThat(html).contains(pages.served("embed.html"));
        Page wiki = pages.openBlank(new Browser.NewContextOptions());
        wiki.setContent(html);
        assertThat(wiki.frameLocator("iframe").locator("#field-users")).hasValue("17");
    }

    @BeforeAll
    static void anotherSite(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("index.html"), "<!doctype html><link rel=icon href='data:,'><title>host</title>");
        site = Server.start(root, 0);
    }

    @AfterAll
    static void itsEnd() {
        site.close();
    }

    /** A page of another origin around the frame, which keeps all that it hears. */
    private static Page host(DistPages pages, String embed) {
        Page host = pages.openHost(site.address().toString(), "index.html");
        host.evaluate("address => { window.heard = []; addEventListener('message', e => window.heard.push(e.data));"
                + "const f = document.createElement('iframe'); f.width = 900; f.height = 700; f.src = address; document.body.append(f); }",
                pages.served(embed));
        assertThat(host.frameLocator("iframe").first().locator("h1")).hasCount(1);
        return host;
    }

    private static Frame frame(Page host) {
        return host.frames().stream().filter(frame -> frame.url().contains("embed.html")).findFirst().orElseThrow();
    }

    private static void hear(Page host, Map<String, Object> message) {
        host.evaluate("message => document.querySelector('iframe').contentWindow.postMessage(message, '*')", message);
    }

    private static void waitFor(Page host, String type) {
        host.waitForFunction("type => window.heard.some(said => said.type === type)", type);
    }

    @SuppressWarnings("unchecked")
    private static List<String> types(Page host) {
        return (List<String>) host.evaluate("() => window.heard.filter(said => said.llmPlanner).map(said => said.type)");
    }
}
