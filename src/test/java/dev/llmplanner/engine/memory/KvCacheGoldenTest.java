package dev.llmplanner.engine.memory;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a sequence holds, against figures worked by hand and against another program's elements. */
class KvCacheGoldenTest {

    /** An FP8 index key of 128 elements stands with its four-byte scale. */
    private static final double SCALED_INDEX_BYTES = 132.0 / 128;

    private static final List<Table.Row> WORKED = Table.read("src/test/resources/golden/kv-cache.csv").rows();

    @TestFactory
    Stream<DynamicTest> bytesEqualThoseWorkedByHand() {
        return WORKED.stream().map(row -> DynamicTest.dynamicTest(
                row.text("id") + " " + row.text("kv_format") + " TP" + row.text("tensor_parallel"), () -> {
                    KvFootprint footprint = KvFootprint.of(
                            architecture(row.text("id")),
                            format(row.text("kv_format")),
                            ParallelLayout.tensor(row.integer("tensor_parallel")));

                    assertThat(footprint.bytesPerToken()).isEqualTo(row.number("bytes_per_token"));
                    assertThat(windowBytes(footprint)).isEqualTo(row.number("window_bytes_per_token"));
                    assertThat(windows(footprint)).isEqualTo(row.has("window_tokens")
                            ? Set.of(row.integer("window_tokens")) : Set.of());
                    assertThat(footprint.stateBytes()).isEqualTo(row.number("state_bytes_per_sequence"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> elementsEqualAnotherPrograms() {
        return Table.read("src/test/resources/golden/kv-elements.csv").rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("id"), () -> {
                    Architecture architecture = architecture(row.text("id"));
                    KvFootprint footprint = KvFootprint.of(architecture, KvFormat.BF16, ParallelLayout.tensor(1));
                    double indexBytes = attentions(architecture).anyMatch(SparseGroupedQueryAttention.class::isInstance)
                            ? KvFormat.BF16.bytesPerElement() : SCALED_INDEX_BYTES;

                    near(footprint.bytesPerToken(),
                            2 * row.number("per_token") + indexBytes * row.number("index_per_token"));
                    near(windowBytes(footprint), 2 * row.number("windowed_per_token"));
                    double elements = row.number("state_per_sequence");
                    assertThat(footprint.stateBytes()).isBetween(2 * elements, 4 * elements);
                }));
    }

    @Test
    void everyAttentionKindOfTheCatalogIsWorkedByHand() {
        Set<String> worked = WORKED.stream().flatMap(row -> attentions(architecture(row.text("id"))))
                .map(attention -> attention.getClass().getSimpleName()).collect(toSet());

        assertThat(worked).containsAll(Arrays.stream(Attention.class.getPermittedSubclasses())
                .map(Class::getSimpleName).toList());
    }

    private static Architecture architecture(String id) {
        return TestCatalog.catalog().model(id).orElseThrow().architecture().orElseThrow();
    }

    private static Stream<Attention> attentions(Architecture architecture) {
        return architecture.attention().stream().map(group -> group.attention());
    }

    private static KvFormat format(String code) {
        return Arrays.stream(KvFormat.values()).filter(value -> value.code().equals(code)).findFirst().orElseThrow();
    }

    private static double windowBytes(KvFootprint footprint) {
        return footprint.windows().stream().mapToDouble(KvFootprint.Window::bytesPerToken).sum();
    }

    private static Set<Integer> windows(KvFootprint footprint) {
        return footprint.windows().stream().map(KvFootprint.Window::tokens).collect(toSet());
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
    }
}
