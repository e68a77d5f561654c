package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.chart.Chart;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.chart.ChartSamples;
import dev.llmplanner.view.chart.ChartTable;
import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One chart of each kind in the page of dist, from a file, under its policy. */
@ExtendWith(BrowserExtension.class)
class ChartIT {
    private static final List<Chart> CHARTS = ChartSamples.all();
    private static final Path PICTURES = Path.of("target", "charts");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyKindIsDrawnInTheThemesColours(ColorScheme scheme, DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(960, 1000));

        for (Locator chart : page.locator("#gallery figure").all()) {
            assertThat(chart.locator("svg path").count()).isGreaterThan(3);
            Object painted = chart.evaluate("figure => [...new Set([...figure.querySelectorAll('[fill],[stroke]')]"
                    + ".filter(e => e.getAttribute('fill-opacity') !== '0' && !e.closest('clipPath')"
                    + " && !(e.tagName === 'path' && /^M[^MLZ]*L[^MLZ]*$/.test(e.getAttribute('d'))))"
                    + ".flatMap(e => [e.getAttribute('fill'), e.getAttribute('stroke')])"
                    + ".filter(c => c && !/^(none|transparent|var\\(.*\\)|url\\(.*\\))$/.test(c)))].join(' ')");
            assertThat((String) painted).as("colours that no theme knows").isEmpty();
        }
        Accessibility.verify(page);
        picture(page, "all-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void arrowKeysGoThroughThePointsAndSayThem(DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setViewportSize(960, 1000));
        Locator chart = page.locator("#chart-lines planner-chart");
        chart.focus();

        page.keyboard().press("ArrowRight");
        assertThat(chart.locator("[role=status]")).hasText("DeepSeek-R1 1,020 · 0.03");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(chart.locator("[role=status]")).hasText("Kimi K2 2,050 · 0.062");
        assertThat(chart.locator("svg").getByText("2,050 · 0.062")).hasCount(1);
        picture(page, "keyboard");
        Accessibility.verify(page);
        page.keyboard().press("Escape");
        assertThat(chart.locator("[role=status]")).isEmpty();
        assertThat(chart.locator("svg").getByText("2,050 · 0.062")).hasCount(0);
    }

    @Test
    void enterPinsUntilEscapeWhereverFocusAndMouseGo(DistPages pages) {
        Page page = gallery(pages, new Browser.NewContextOptions().setViewportSize(960, 1000));
        Locator chart = page.locator("#chart-scatter planner-chart");
        page.locator("#chart-stacked summary").focus();
        page.keyboard().press("Tab");
        page.locator("#chart-lines summary").focus();
        page.keyboard().press("Tab");
        assertThat(chart).isFocused();
        assertThat((String) chart.evaluate("e => getComputedStyle(e).outlineStyle")).isEqualTo("solid");

        page.keyboard().press("ArrowRight");
        Locator shown = chart.locator("svg").getByText("20 · 900");
        assertThat(shown).hasCount(1);
        page.mouse().move(chart.boundingBox().x + 5, 5);
        assertThat(shown).hasCount(1);
        page.keyboard().press("Tab");
        assertThat(shown).hasCount(0);

        page.keyboard().press("Shift+Tab");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(chart.locator("[role=status]")).hasText("TP8 20 · 900 Pinned.");
        page.keyboard().press("Tab");
        page.mouse().move(chart.boundingBox().x + 300, chart.boundingBox().y + 100);
        assertThat(shown).hasCount(1);
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Escape");
        assertThat(shown).hasCount(0);
        assertThat(chart).isFocused();
    }

    @Test
    void pointingShowsAndAClickPins(DistPages pages) {
        Page page = gallery(pages, new Browser.NewContextOptions().setViewportSize(960, 1000));
        Locator bars = page.locator("#chart-waterfall .chart-plot");
        bars.scrollIntoViewIfNeeded();
        double x = bars.boundingBox().x;
        double y = bars.boundingBox().y;

        page.mouse().move(x + 420, y + 60);
        Locator tip = bars.getByText("38 GB");
        assertThat(tip).hasCount(2);
        page.mouse().move(x + 5, y + 5);
        assertThat(tip).hasCount(1);
        page.mouse().click(x + 420, y + 60);
        page.mouse().move(x + 5, y + 5);
        assertThat(tip).hasCount(2);
        page.mouse().click(x + 5, y + 5);
        assertThat(tip).hasCount(1);
    }

    @Test
    void theSavedTableIsTheTableAndTheDrawingStandsAlone(DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        for (Chart chart : CHARTS) {
            String id = chart.heading().id();

            String csv = new String(saved(page, id, "csv"), StandardCharsets.UTF_8);
            assertThat(csv).isEqualTo("\ufeff" + ChartTable.of(chart).csv());
            assertThat(SavedFiles.cells(csv.substring(1))).isEqualTo(shownTable(page, id));
            String svg = new String(saved(page, id, "svg"), StandardCharsets.UTF_8);
            assertThat(svg).startsWith("<svg").doesNotContain("var(").contains("rgb(255, 255, 255)");
            assertThat(SavedFiles.texts(svg, "title")).containsExactly(chart.heading().title());
            assertThat(SavedFiles.texts(svg, "desc")).containsExactly(chart.heading().summary());
            assertThat(String.join(" ", SavedFiles.texts(svg, "text"))).contains(chart.heading().title());
            assertThat(SavedFiles.looks(svg)).containsExactlyInAnyOrder("16 600 rgb(22, 32, 43)", "12px 400 rgb(22, 32, 43)",
                    "12px 400 rgb(86, 98, 115)");
            byte[] png = saved(page, id, "png");
            assertThat(SavedFiles.size(svg)).isEqualTo(SavedFiles.sizeOfPicture(png, 2));
            assertThat(SavedFiles.colours(png)).as("colours of " + id).isGreaterThan(3);
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve("saved-" + id + ".png"), png);
        }
    }

    @Test
    void aFrameThatMaySaveNothingShowsTheFiles(DistPages pages, @TempDir Path root) throws IOException {
        Files.writeString(root.resolve("wiki.html"), "<!doctype html><title>Wiki</title><iframe title=Planner sandbox=allow-scripts"
                + " width=900 height=900 src=\"" + DistPages.DIST.resolve("planner.html").toUri() + "#xray?lang=en\"></iframe>");
        Page page = pages.openHost(root.toUri().toString(), "wiki.html");
        FrameLocator frame = page.frameLocator("iframe");
        Locator chart = frame.locator("#chart-xray-memory");
        chart.locator("svg").waitFor();

        chart.locator("[data-save=csv]").click();
        Locator box = frame.locator(".chart-kept");
        assertThat(box.locator("textarea")).isFocused();
        String csv = box.locator("textarea").inputValue().replace("\n", "\r\n");
        assertThat(SavedFiles.cells(csv).get(0)).contains("Capacity · GiB per GPU");
        page.keyboard().press("Escape");
        assertThat(box).hasCount(0);
        chart.locator("[data-save=svg]").click();
        assertThat(SavedFiles.texts(box.locator("textarea").inputValue(), "title")).containsExactly("Memory per GPU");
        box.locator("button").click();
        chart.locator("[data-save=png]").click();
        assertThat((String) box.locator("img").getAttribute("src")).startsWith("data:image/png;base64,");
        box.locator("button").click();
        assertThat(box).hasCount(0);
        assertThat((Boolean) frame.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth"))
                .as("no wider than before it was saved").isTrue();
    }

    @Test
    void otherDataAreDrawnAndAnElementThatGoesLeavesNothing(DistPages pages) {
        Page page = gallery(pages, new Browser.NewContextOptions());
        Locator chart = page.locator("#chart-waterfall planner-chart");

        chart.evaluate("e => { const next = JSON.parse(JSON.stringify(e.chart));"
                + " next.option.yAxis.data[0] = 'Renamed'; e.chart = next; }");
        assertThat(chart.locator("svg")).containsText("Renamed");
        chart.evaluate("e => { window.kept = e; e.remove(); }");

        assertThat(page.evaluate("() => echarts.getInstanceByDom(kept.querySelector('.chart-plot')) === undefined"))
                .isEqualTo(true);
    }

    @Test
    void aNarrowColumnKeepsEverythingInside(DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setViewportSize(360, 800));

        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(360);
        picture(page, "narrow");
    }

    @Test
    void onPaperTheTableIsOpenAndPatternsTellPartsApart(DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        Locator pattern = page.locator("#chart-waterfall path[fill^='url(']").first();
        assertThat((String) pattern.evaluate("e => getComputedStyle(e).visibility")).isEqualTo("hidden");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");

        assertThat((String) pattern.evaluate("e => getComputedStyle(e).visibility")).isEqualTo("visible");
        assertThat(page.locator("#chart-lines table")).isVisible();
        picture(page, "paper");
        Files.write(PICTURES.resolve("paper.pdf"), page.pdf());
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("#chart-lines table")).isHidden();
    }

    @Test
    void underForcedColoursEveryPartIsDrawnInTheSystemsInk(DistPages pages) throws IOException {
        Page page = gallery(pages, new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));

        assertThat((String) page.locator("#chart-waterfall path[fill^='url(']").first()
                .evaluate("e => getComputedStyle(e).visibility")).isEqualTo("visible");
        picture(page, "forced");
    }

    private static Page gallery(DistPages pages, Browser.NewContextOptions options) {
        Page page = pages.open("#guides", options.setLocale("en-US"));
        assertThat(page.locator("h1")).hasCount(1);
        StringBuilder markup = new StringBuilder("<main id=gallery>");
        List<dev.llmplanner.json.Json> data = new ArrayList<>();
        for (Chart chart : CHARTS) {
            Element figure = ChartFigure.of(chart, ChartSamples.words()).node();
            markup.append(Markup.of(figure));
            data.add(new JsonObject.Builder().put("id", "chart-" + chart.heading().id()).put("chart", drawing(figure)).build());
        }
        page.evaluate("([markup, data]) => { document.querySelector('main').outerHTML = markup;"
                + " for (const one of JSON.parse(data))"
                + " document.querySelector('#' + one.id + ' planner-chart').chart = one.chart; }",
                List.of(markup + "</main>", JacksonJson.compact(new JsonArray(data))));
        assertThat(page.locator("#gallery svg")).hasCount(CHARTS.size());
        return page;
    }

    private static JsonObject drawing(Element figure) {
        for (Node child : figure.children()) {
            if (child instanceof Element element
                    && element.attributes().get(ChartFigure.PROPERTY) instanceof Attribute.Property property) {
                return (JsonObject) property.value();
            }
        }
        throw new AssertionError("no drawing");
    }

    /** Head and rows of the table below that chart. */
    @SuppressWarnings("unchecked")
    private static List<List<String>> shownTable(Page page, String id) {
        return (List<List<String>>) page.locator("#chart-" + id + " table").evaluate(
                "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))");
    }

    private static byte[] saved(Page page, String id, String format) throws IOException {
        // Chromium drops the eleventh download of a page within about a second without a word; no reader clicks so fast.
        page.waitForTimeout(400);
        Download download = page.waitForDownload(() ->
                page.locator("#chart-" + id + " [data-save=" + format + "]").click());
        assertThat(download.suggestedFilename()).isEqualTo(id + "." + format);
        return Files.readAllBytes(download.path());
    }

    /** For people who change a chart's looks. */
    private static void picture(Page page, String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.writeString(PICTURES.resolve(name + ".html"), page.content());
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
