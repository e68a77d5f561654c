package dev.llmplanner.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Weights of more than twenty models worked by hand, and the page that shows them beside their KV caches. */
class MemoryByHandTest {

    private static final double GIB = 1_073_741_824.0;
    private static final Path PAGE = Path.of("docs/model/memory-by-hand.md");
    private static final List<Table.Row> WEIGHTS = Table.read("src/test/resources/golden/weights-by-hand.csv").rows();
    private static final List<Table.Row> CACHES = Table.read("src/test/resources/golden/kv-cache.csv").rows();

    @TestFactory
    Stream<DynamicTest> checkpointsWeighWhatIsWorkedByHand() {
        return WEIGHTS.stream().map(row -> DynamicTest.dynamicTest(row.text("id"), () -> {
            ModelEntry model = TestCatalog.catalog().model(row.text("id")).orElseThrow();

            double bytes = WeightMemory.checkpointBytes(model.architecture().orElseThrow(), model.nativeRecipe());

            double byHand = 2 * row.number("wide")
                    + row.number("expert_bytes_per_element") * row.number("experts")
                    + row.number("other_bytes_per_element") * row.number("others");
            assertThat(row.number("wide") + row.number("experts") + row.number("others"))
                    .isCloseTo(row.number("elements"), within(1.0));
            assertThat(byHand).isCloseTo(row.number("bytes"), within(1e-9 * byHand));
            // Latent projections and small biases that the hand counts with the matrices.
            assertThat(bytes).isCloseTo(byHand, within(1e-4 * byHand));
        }));
    }

    @Test
    void thePageShowsTheseFigures() throws IOException {
        String page = page();
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).as("run with -Dgoldens.update=true to write it").isEqualTo(page);
        assertThat(WEIGHTS).hasSizeGreaterThanOrEqualTo(20);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Memory of well-known models, by hand

                This page is written from the golden tables that the tests hold the engine to
                (`weights-by-hand.csv`, `kv-cache.csv`).

                ## Weights at the native format

                `bytes = 2 × wide + expert bytes × experts + other bytes × others`. Wide tensors stay in BF16: embedding, head,
                router, norms, biases, parts outside the layers. Elements are counted from the published configuration
                ([weights](weights.md)); a block-scaled FP8 element takes 1 + 4/16,384 bytes, MXFP4 0.53125.

                | Model | Format | Elements | Wide | Experts | Others | Weights, GiB |
                |---|---|--:|--:|--:|--:|--:|
                """);
        for (Table.Row row : WEIGHTS) {
            page.append(String.format(Locale.ROOT, "| %s | %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.1f |%n",
                    name(row), row.text("formats"), row.number("elements"), row.number("wide"), row.number("experts"),
                    row.number("others"), row.number("bytes") / GIB));
        }
        page.append("""

                ## KV cache and state of one sequence on one TP rank

                `layers × KV heads on the rank × (key + value width) × bytes`, and the other kinds by their own rule
                ([KV cache](kv-cache.md)). Windows hold their bytes for so many tokens at most; state is held whatever the length.

                | Model | Cache | TP | Working | Bytes per token | Window, tokens | Window, bytes per token | State, bytes |
                |---|---|--:|---|--:|--:|--:|--:|
                """);
        for (Table.Row row : CACHES) {
            page.append(String.format(Locale.ROOT, "| %s | %s | %d | `%s` | %,.0f | %s | %,.0f | %,.0f |%n",
                    name(row), row.text("kv_format"), row.integer("tensor_parallel"), row.text("working"),
                    row.number("bytes_per_token"), row.text("window_tokens"), row.number("window_bytes_per_token"),
                    row.number("state_bytes_per_sequence")));
        }
        return page.toString();
    }

    private static String name(Table.Row row) {
        return TestCatalog.catalog().model(row.text("id")).orElseThrow().name();
    }
}
