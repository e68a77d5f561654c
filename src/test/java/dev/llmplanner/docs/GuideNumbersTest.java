package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The numbers of formula pages, evaluated again; guides compute theirs on the page. */
class GuideNumbersTest {

    @TestFactory
    Stream<DynamicTest> numbersAreComputed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files("docs/figures", ".json")) {
            Figures figures = Figures.read(file);
            tests.add(DynamicTest.dynamicTest(file + ": values", figures::valuesHold));
            tests.add(DynamicTest.dynamicTest(file + ": words", figures::wordsHold));
            for (Path page : figures.pages()) {
                tests.add(DynamicTest.dynamicTest(page + ": numbers", () -> figures.pageShowsWhatIsListed(page)));
                tests.add(DynamicTest.dynamicTest(page + ": links", () -> linksOpenListedRequests(page, figures)));
            }
        }
        return tests.stream();
    }

    /** A number beside a link is of the scenario that the link opens. */
    private static void linksOpenListedRequests(Path page, Figures figures) {
        List<String> links = PageText.calculatorLinks(PageText.read(page));
        for (String link : links) {
            Application application = Application.open(link.substring(1));

            assertThat(application.state().ignored()).as(link).isEmpty();
            assertThat(figures.filledRequests().values()).as(link)
                    .contains(application.state().outcome().answer().orElseThrow().request());
        }
    }

    @Test
    void everyFormulaPageListsItsNumbers() throws IOException {
        // Written from golden tables as a whole, and compared as a whole, by MemoryByHandTest; its table by PairErrorsTest; theirs
        // by CostByHandTest; searches' and demand's by GoldenPlansTest, CurvePropertiesTest and DemandTest.
        List<Path> listed = new ArrayList<>(List.of(Path.of("docs/model/memory-by-hand.md"), Path.of("docs/model/evidence.md"),
                Path.of("docs/model/cost.md"), Path.of("docs/model/power.md"),
                Path.of("docs/model/search.md"), Path.of("docs/model/demand.md"), Path.of("docs/model/golden-plans.md")));
        for (Path file : files("docs/figures", ".json")) {
            listed.addAll(Figures.read(file).pages());
        }

        assertThat(listed).containsAll(files("docs/model", ".md"))
                .contains(Path.of("docs/pitfalls.md"));
    }

    private static List<Path> files(String directory, String ending) throws IOException {
        Path root = Path.of(directory);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
