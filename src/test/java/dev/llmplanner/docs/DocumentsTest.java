package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every document can be found from docs/README.md; where links lead is LinksTest's. */
class DocumentsTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void theIndexNamesEveryDocumentOrTheFolderOfItsKind() throws IOException {
        Set<Path> named = new TreeSet<>();
        Matcher link = LINK.matcher(Files.readString(DOCS.resolve("README.md")));
        while (link.find()) {
            named.add(DOCS.resolve(link.group(1)).normalize());
        }

        assertThat(documents()).filteredOn(page -> !page.equals(DOCS.resolve("README.md")))
                .filteredOn(page -> !named.contains(page) && named.stream().filter(Files::isDirectory).noneMatch(page::startsWith))
                .isEmpty();
        assertThat(named).contains(Path.of("README.md"), Path.of("CONTRIBUTING.md"));
    }

    @Test
    void eachDecisionHasANumberOfItsOwnInNameAndTitle() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (Path page : documents()) {
            if (!page.getParent().endsWith("decisions")) {
                continue;
            }
            String name = page.getFileName().toString();
            assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
            numbers.add(name.substring(0, 4));
            assertThat(Files.readString(page)).as(name).startsWith("# " + Integer.parseInt(name.substring(0, 4)) + ". ");
        }

        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    /** What every formula page has to have, under whichever heading. */
    @Test
    void everyFormulaPageHasFormulaSymbolsExampleAssumptionsAndSource() throws IOException {
        List<String> lacking = new ArrayList<>();
        for (Path page : documents()) {
            if (!page.startsWith(DOCS.resolve("model")) || BY_HAND.contains(page.getFileName().toString())) {
                continue;
            }
            String text = Files.readString(page);
            for (String part : PARTS) {
                if (!Pattern.compile(part).matcher(text).find()) {
                    lacking.add(page + ": " + part);
                }
            }
        }

        assertThat(lacking).isEmpty();
    }

    /** Pages that are one worked example from top to bottom. */
    private static final Set<String> BY_HAND = Set.of("memory-by-hand.md", "golden-plans.md");

    private static final List<String> PARTS = List.of("(?m)^\\| Symbol \\|.*\\|", "(?m)^\\| Symbol \\|.*Unit",
            "(?mi)^#+ .*(assumptions|ignored)", "(?mi)^#+ .*worked example", "(?m)^## Sources");

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }
}
