package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.llmplanner.build.serve.Server;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dist by double click, at a web root, in a folder of a web server; and everything in one file. */
@ExtendWith(BrowserExtension.class)
class EditionsIT {

    @Test
    void worksByDoubleClick(DistPages pages) {
        tour(pages.open(""));
    }

    @Test
    void worksAtAWebRoot(DistPages pages) {
        tour(pages.openServed(""));

        assertThat(pages.requests()).allMatch(address -> address.startsWith("http://127.0.0.1:"));
    }

    @Test
    void worksInAFolderOfAWebServer(DistPages pages, @TempDir Path root) throws IOException {
        Path folder = root.resolve("tools/planner");
        copy(DistPages.DIST, folder);
        Files.writeString(root.resolve("index.html"), "");
        try (Server server = Server.start(root, 0)) {
            tour(pages.openHost(server.address() + "tools/planner/", "index.html"));

            assertThat(pages.requests()).isNotEmpty()
                    .allMatch(address -> address.startsWith(server.address() + "tools/planner/"));
        }
    }

    @Test
    void theSingleFileDoesEverythingAndAsksForNothing(DistPages pages) {
        Page page = pages.openFile("planner.html", "", new Browser.NewContextOptions().setLocale("en-US"));

        tour(page);
        for (Route.Place place : Route.Place.values()) {
            page.evaluate("hash => { location.hash = hash; }", address(place));
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("main [role=status].error")).hasCount(0);
        }

        assertThat(pages.requests()).filteredOn(address -> !address.startsWith("blob:"))
                .containsExactly(DistPages.DIST.resolve("planner.html").toUri().toString());
    }

    @Test
    void theSingleFileSearchesInAWorker(DistPages pages) {
        Page page = pages.openFile("planner.html", "#plan", new Browser.NewContextOptions().setLocale("en-US"));

        assertThat(page.locator("#plan-best")).containsText("GPUs", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));

        assertThat(page.workers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "zh-CN"})
    void theSingleFileOpensInTheLanguageOfTheReader(String locale, DistPages pages) {
        Page page = pages.openFile("planner.html", "#calculator?users=17",
                new Browser.NewContextOptions().setLocale(locale).setColorScheme(ColorScheme.DARK));

        assertThat(page.locator("html")).hasAttribute("lang", locale.equals("zh-CN") ? "zh-CN" : "en");
        assertThat(page.locator("#field-users")).hasValue("17");
        Accessibility.verify(page);
    }

    /** A byte that a mail gateway changes is enough. */
    @Test
    void aChangedSingleFileRunsNothing(DistPages pages, @TempDir Path folder) throws IOException {
        String whole = Files.readString(DistPages.DIST.resolve("planner.html"));
        Files.writeString(folder.resolve("index.html"), whole.replace("preact", "preacT"));

        Page page = pages.openHost(folder.toUri().toString(), "index.html");

        assertThat(page.locator("h1")).hasCount(0);
        assertThat(pages.messages()).isNotEmpty();
        pages.forgetMessages();
    }

    /** The Calculator, its work, a page of the workbench with its data, a chart, a guide, the other language. */
    private static void tour(Page page) {
        assertThat(page.locator("#verdict .verdict").first()).containsText("Fits");
        page.locator(".work-button").first().click();
        assertThat(page.locator("#work .work-formula")).isVisible();
        page.keyboard().press("Escape");
        page.evaluate("() => { location.hash = 'model/deepseek-r1'; }");
        assertThat(page.locator("h1")).containsText("DeepSeek-R1");
        assertThat(page.locator(".chart-plot svg").first()).isVisible();
        page.evaluate("() => { location.hash = 'guide/size-your-first-deployment'; }");
        assertThat(page.locator("main h2").first()).isVisible();
        page.evaluate("() => { location.hash = 'accuracy'; }");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".chart-plot svg").first()).isVisible();
        page.locator("#language").selectOption("zh-CN");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
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

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
