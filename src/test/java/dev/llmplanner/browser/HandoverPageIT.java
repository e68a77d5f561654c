package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a deployment, made and saved by a page that was opened from a file. */
@ExtendWith(BrowserExtension.class)
class HandoverPageIT {
    private static final String TWO_NODES = "#handover?model=llama-3.1-405b&by=server&server=hgx-h100-8gpu-server&nodes=2"
            + "&fabric=ib-ndr&gpus=16&engine=vllm&replicas=2&spare=1&name=%E6%8E%A8%E7%90%86";
    private static final String[] PARTS = {"launch", "kubernetes", "compose", "acceptance", "materials", "report"};

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, 1280", "zh-CN, DARK, 360"})
    void eachPartIsReadable(String locale, ColorScheme scheme, int width, DistPages pages) {
        Page page = pages.open(TWO_NODES, new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme)
                .setViewportSize(width, 900));
        for (String part : PARTS) {
            page.locator("#tab-" + part).click();
            assertThat(page.locator("#tab-" + part)).hasAttribute("aria-selected", "true");
            Accessibility.verify(page);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s is as wide as the window", part).isTrue();
        }
    }

    @Test
    void theArchiveHoldsWhatItsSumsSay(DistPages pages) throws Exception {
        Page page = pages.open(TWO_NODES);
        Locator all = page.locator(".handover-archive button");
        Download download = page.waitForDownload(all::click);

        Map<String, byte[]> files = unpacked(download.path());

        String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(files).containsKeys("launch/launch.sh", "materials/bill-of-materials.xlsx", "report/report.md");
        assertThat(sums.lines()).hasSize(files.size());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            assertThat(sums).contains(HexFormat.of().formatHex(hash) + "  " + file.getKey() + "\n");
        }
    }

    @Test
    void itsDataIsAskedForOnlyHere(DistPages pages) {
        Page page = pages.open("");
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(pages.requests()).noneMatch(address -> address.endsWith("/handover.js"));

        page.locator("a[href='#handover']").click();

        assertThat(page.locator("#handover-panel")).containsText("launch/launch.sh");
        assertThat(pages.requests()).anyMatch(address -> address.endsWith("/handover.js"));
    }

    /** Chapters carry the numbers of the contents; what introduces a table stays with it; dates and options stay on a line. */
    @ParameterizedTest
    @CsvSource({"en-US", "zh-CN"})
    void theReportIsPrintedWhole(String locale, DistPages pages) {
        Page page = pages.open("#handover?tab=report&currency=CNY&cny-per-usd=7.1287",
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(688, 900));
        assertThat(page.locator("#report-assumptions")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat((Boolean) page.evaluate("""
                () => [...document.querySelectorAll('.handover-report .whole')].filter(cell => cell.textContent)
                    .every(cell => { const r = document.createRange(); r.selectNodeContents(cell); return r.getClientRects().length === 1; })
                  && document.querySelectorAll('.handover-report td.whole').length > 4""")).isTrue();
        assertThat((Boolean) page.evaluate("""
                () => [...document.querySelectorAll('.handover-report p')].filter(p => p.nextElementSibling?.matches('.scroll'))
                    .every(p => getComputedStyle(p).breakAfter === 'avoid')""")).isTrue();
        assertThat((Boolean) page.evaluate("""
                () => document.querySelectorAll('.handover-report h3[id]').length === document.querySelectorAll('.report-contents li').length
                  && getComputedStyle(document.querySelector('#report-assumptions'), '::before').content.includes('counter(chapter)')""")).isTrue();
        assertThat((Boolean) page.evaluate("""
                () => [...document.querySelectorAll('.handover-report table')]
                    .every(table => table.getBoundingClientRect().right <= innerWidth)""")).isTrue();
    }

    /** Dragged by the mouse from the page's own text, as a reader does. */
    @ParameterizedTest
    @CsvSource({"en-US, Nothing was opened", "zh-CN, 未打开任何内容"})
    void aTextThatIsDroppedBesideFieldsIsAnswered(String locale, String said, DistPages pages) {
        Page page = pages.open("#handover?tab=report&name=plan", new Browser.NewContextOptions().setLocale(locale)
                .setViewportSize(1280, 900));
        assertThat(page.locator("#report-launch")).isVisible();
        String address = page.url();
        drag(page, "#heading", "#report-launch");

        assertThat(page.locator("#handover-file-problem")).containsText(said);
        assertThat(page.locator(".toast")).containsText(said);
        assertThat(page.locator(".toast")).isInViewport();
        assertThat(page.locator(".handover")).not().hasClass(Pattern.compile("is-over"));
        assertThat(page.locator("#report-launch")).isVisible();
        assertThat(page.url()).isEqualTo(address);
    }

    @Test
    void aTextThatIsDroppedIntoAFieldStandsThere(DistPages pages) {
        Page page = pages.open("#handover?tab=report", new Browser.NewContextOptions().setLocale("en-US")
                .setViewportSize(1280, 900));
        assertThat(page.locator("#report-launch")).isVisible();
        String word = page.locator("#heading").textContent();

        drag(page, "#heading", "#entry-name");

        assertThat(page.locator("#entry-name")).hasValue(word);
        assertThat(page.locator("#handover-file-problem")).containsText("chosen or dropped on this page");
        assertThat(page.locator(".toast")).hasCount(0);
        assertThat(page.locator("#report-title")).hasText("Deployment plan: " + word);
    }

    @Test
    void filesThatCannotBeUsedAreAnsweredAndNothingIsLost(DistPages pages) {
        Page page = pages.open("#handover?tab=report&name=plan", new Browser.NewContextOptions().setLocale("en-US"));
        assertThat(page.locator("#report-launch")).isVisible();
        String address = page.url();

        assertThat(drop(page, "{}")).isEqualTo(true);
        assertThat(page.locator("#handover-file-problem")).hasText("This is not a plan of this planner.");
        assertThat(page.locator("#handover-file")).isFocused();
        assertThat(drop(page, "{}", "{}")).isEqualTo(true);
        assertThat(page.locator("#handover-file-problem")).containsText("one .plan.json file at a time");
        assertThat(page.url()).isEqualTo(address);
        assertThat(page.locator("#entry-name")).hasValue("plan");
    }

    /** The text of one element onto another, selected and dragged. */
    private static void drag(Page page, String from, String to) {
        page.locator(to).scrollIntoViewIfNeeded();
        page.evaluate("""
                from => {
                  const text = document.querySelector(from);
                  text.style.position = 'fixed';
                  text.style.insetBlockStart = '64px';
                  text.style.zIndex = '9';
                  getSelection().selectAllChildren(text);
                }""", from);
        BoundingBox start = page.locator(from).boundingBox();
        BoundingBox end = page.locator(to).boundingBox();
        page.mouse().move(start.x + 20, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(start.x + 40, start.y + start.height / 2, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(end.x + 20, end.y + end.height / 2, new Mouse.MoveOptions().setSteps(8));
        page.mouse().move(end.x + 22, end.y + end.height / 2);
        page.mouse().up();
    }

    private static Object drop(Page page, String... texts) {
        return page.evaluate("""
                texts => {
                  const data = new DataTransfer();
                  texts.forEach((text, i) => data.items.add(new File([text], i + '.plan.json', {type: 'application/json'})));
                  const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
                  document.querySelector('#heading').dispatchEvent(drop);
                  return drop.defaultPrevented;
                }""", List.of(texts));
    }

    private static Map<String, byte[]> unpacked(Path path) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                files.put(name.substring(name.indexOf('/') + 1), in.readAllBytes());
            }
        }
        return files;
    }
}
