package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static dev.llmplanner.build.check.Facts.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceRuleTest {

    private final Rule rule = new SourceRule();

    @Test
    void aNumberWithoutASourceIsFound() {
        assertThat(check(without(file(H200), "/provenance/~1denseTflops~1fp8"))).containsExactly(
                H200 + ": /denseTflops/fp8 is 1979; that number has no source. "
                        + "Add /denseTflops/fp8 to provenance with the id of its source.");
    }

    @Test
    void everyNumberOutsidePricesNeedsItsPointer() {
        CatalogFile bare = with(file(H200), "/provenance", "{}");
        List<String> numbers = new ArrayList<>();
        Pointers.walk(bare.json(), "", (pointer, value) -> {
            if (value instanceof JsonNumber && !pointer.startsWith("/prices") && !pointer.startsWith("/rents")) {
                numbers.add(pointer);
            }
        });

        List<String> found = rule.check(bare, CATALOG).stream().map(Finding::pointer)
                .filter(p -> !p.startsWith("/sources")).toList();

        assertThat(found).containsExactlyElementsOf(numbers).hasSizeGreaterThan(10);
    }

    @Test
    void aPointerToASubtreeCoversItsNumbers() {
        CatalogFile grouped = with(without(file(H200), "/provenance/~1denseTflops~1fp8"),
                "/provenance/~1denseTflops", "[\"stas_acc\"]");

        assertThat(check(grouped)).isEmpty();
    }

    @Test
    void aPointerToNothingIsFound() {
        assertThat(check(with(file(H200), "/provenance/~1memory~1usableGb", "[\"aic\"]"))).hasSize(1).first()
                .asString().contains("/provenance/~1memory~1usableGb is [\"aic\"]; nothing stands at /memory/usableGb");
    }

    @Test
    void aSourceThatIsNotThereIsFound() {
        assertThat(check(with(file(H200), "/provenance/~1tdpWatts", "[\"datasheet\"]"))).anySatisfy(message ->
                assertThat(message).contains("datasheet is not in sources. Add the source datasheet."));
        assertThat(check(with(file(H200), "/prices/0/source", "\"shop\""))).anySatisfy(message ->
                assertThat(message).contains("/prices/0/source is \"shop\"; shop is not in sources"));
    }

    @Test
    void aSourceThatNothingUsesIsFound() {
        CatalogFile file = with(file(H200), "/sources/extra",
                "{\"title\": \"x\", \"ref\": \"x\", \"kind\": \"vendor\"}");

        assertThat(check(file)).hasSize(1).first().asString().contains("/sources/extra is ")
                .endsWith("Remove it, or name it in provenance.");
    }

    private List<String> check(CatalogFile file) {
        return messages(rule.check(file, CATALOG));
    }
}
