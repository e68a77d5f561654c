package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.llmplanner.fuzz.PagesFuzzTest;
import dev.llmplanner.fuzz.Samples;
import dev.llmplanner.fuzz.TextMutator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile links, messages and files in a browser's own JSON, DOM and stack. After each test {@link DistPages} fails on an
 * uncaught error.
 */
@ExtendWith(BrowserExtension.class)
class HostileInputIT {

    private static final long SEED = 20261123;
    private static final int LINKS = 200;
    private static final int MESSAGES = 300;

    /** The longest time that one input kept the page busy, in milliseconds. */
    private static final String EACH = """
            async ([inputs, kind]) => {
              let slowest = 0;
              for (const text of inputs) {
                const before = performance.now();
                if (kind === 'link') { location.hash = text; } else {
                  let message = text;
                  try { message = JSON.parse(text); } catch (e) { }
                  document.querySelector('iframe').contentWindow.postMessage(message, '*');
                }
                await new Promise(done => setTimeout(done, 0));
                slowest = Math.max(slowest, performance.now() - before);
              }
              return slowest;
            }""";

    private static final String HARM = """
            () => JSON.stringify([({}).polluted, [].polluted, Object.prototype.completed,
              document.querySelectorAll('#app script, #app iframe, #app [onerror], #app [onload], #app a[href^="javascript:"]').length])""";

    @Test
    void noLinkHarmsThePage(DistPages pages) {
        Page page = pages.open("#models");
        assertThat(page.locator("h1")).hasCount(1);

        double slowest = ((Number) page.evaluate(EACH, List.of(inputs(PagesFuzzTest.LINKS, LINKS), "link"))).doubleValue();

        assertThat(slowest).isLessThan(1_000 * patience());
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.evaluate(HARM)).isEqualTo("[null,null,null,0]");
    }

    @Test
    void noMessageHarmsTheFrame(DistPages pages, @TempDir Path folder) throws IOException {
        Files.copy(DistPages.DIST.resolve("embed.html"), folder.resolve("embed.html"));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>host</title><link rel=\"icon\" href=\"data:,\">"
                + "<iframe sandbox=\"allow-scripts\" src=\"embed.html\" width=\"900\" height=\"700\"></iframe>");
        List<String> samples = Stream.concat(Samples.below("docs/contract/examples", ".request.json", 20_000).stream()
                .map(request -> "{\"llmPlanner\": 1, \"type\": \"load\", \"request\": " + request + "}"),
                Stream.of("{\"llmPlanner\": 1, \"type\": \"set\", \"theme\": \"dark\"}")).toList();
        Page host = pages.openHost(folder.toUri().toString(), "index.html");
        assertThat(host.frameLocator("iframe").locator("#verdict .verdict").first()).isVisible();
        host.evaluate("() => document.querySelector('iframe').contentWindow.postMessage({llmPlanner: 1, type: 'hello'}, '*')");

        host.evaluate(EACH, List.of(inputs(samples, MESSAGES), "message"));

        assertThat(host.frameLocator("iframe").locator("#verdict")).hasCount(1);
        assertThat(host.frames().get(1).evaluate(HARM)).isEqualTo("[null,null,null,0]");
    }

    @Test
    void filesThatAreNestedWithoutEndAreRefused(DistPages pages) {
        Page page = pages.open("#plan", new Browser.NewContextOptions().setLocale("en-US"));
        for (String text : List.of("[".repeat(200_000), "{\"format\":\"planner-plan\",\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")) {
            page.locator("#plan-file").setInputFiles(new FilePayload("x.plan.json", "application/json",
                    text.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("#plan-file-problem")).not().isEmpty();
        }
    }

    private static List<String> inputs(List<String> samples, int count) {
        TextMutator mutator = new TextMutator(new Random(SEED), samples);
        return Stream.generate(mutator::next).limit(count).toList();
    }

    /** Other work on the machine stretches the clock. */
    private static double patience() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return Math.max(1, load / Runtime.getRuntime().availableProcessors());
    }
}
