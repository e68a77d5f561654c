package dev.llmplanner.catalog;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Parameters of every computable model, against what is published and against another program's count. Totals are held
 * to the checkpoint's own count where there is one, else to the vendor's figure.
 */
class ParametersTest {

    private static final double TOTAL_PERCENT = 1;
    private static final double ACTIVE_PERCENT = 5;
    private static final double GOLDEN = 1e-9;
    private static final double LISTED_PERCENT = 0.02;

    private static final Map<String, Table.Row> COUNTED = Table.read("src/test/resources/golden/parameters.csv")
            .rows().stream().collect(toMap(row -> row.text("id"), Function.identity()));
    private static final Map<String, Table.Row> DEVIATIONS =
            Table.read("src/test/resources/golden/parameter-deviations.csv").rows().stream()
                    .collect(toMap(row -> row.text("id") + " " + row.text("figure"), Function.identity()));

    @TestFactory
    Stream<DynamicTest> totalIsWithinOnePerCentOfThePublished() {
        return computable().map(model -> DynamicTest.dynamicTest(model.id(), () ->
                holds(model.id() + " total", totalDeviationPercent(model), TOTAL_PERCENT)));
    }

    @TestFactory
    Stream<DynamicTest> activeIsWithinFivePerCentOfTheVendors() {
        return computable()
                .filter(model -> model.activeParameters().isPresent())
                .map(model -> DynamicTest.dynamicTest(model.id(), () ->
                        holds(model.id() + " active", activeDeviationPercent(model), ACTIVE_PERCENT)));
    }

    @TestFactory
    Stream<DynamicTest> countEqualsAnotherPrograms() {
        return computable().map(model -> DynamicTest.dynamicTest(model.id(), () -> {
            ParameterCount count = count(model);
            Table.Row counted = COUNTED.get(model.id());

            equal("total", count.total(), counted.number("total"));
            equal("draft", count.draft(), counted.number("draft"));
            equal("active", count.active(), counted.number("active"));
            equal("without input embedding", withoutInputEmbedding(count),
                    counted.number("active_without_input_embedding"));
            equal("without embeddings", withoutEmbeddings(count),
                    counted.number("active_without_embeddings"));
        }));
    }

    @Test
    void everyComputableModelIsCountedAndNoOther() {
        assertThat(COUNTED.keySet()).isEqualTo(computable().map(ModelEntry::id).collect(toSet()));
    }

    @Test
    void listedDeviationsNameModelsOfTheCatalog() {
        assertThat(DEVIATIONS.values()).allSatisfy(row -> {
            assertThat(TestCatalog.catalog().model(row.text("id"))).isPresent();
            assertThat(row.text("figure")).isIn("total", "active");
            assertThat(row.text("reason")).isNotBlank();
        });
    }

    private static Stream<ModelEntry> computable() {
        return TestCatalog.catalog().models().stream()
                .filter(model -> model.architecture().isPresent())
                .sorted(Comparator.comparing(ModelEntry::id));
    }

    private static ParameterCount count(ModelEntry model) {
        return ParameterCount.of(model.architecture().orElseThrow());
    }

    private static double totalDeviationPercent(ModelEntry model) {
        ParameterCount count = count(model);
        boolean draftCounted = model.checkpointParameters().isPresent() && model.checkpointIncludesDraft();
        double computed = count.total() + (draftCounted ? count.draft() : 0);
        double published = model.checkpointParameters().orElseGet(() -> model.totalParameters().orElseThrow());
        return percent(computed, published);
    }

    /** By the vendor's definition, which is the nearest of the three. */
    private static double activeDeviationPercent(ModelEntry model) {
        ParameterCount count = count(model);
        double published = model.activeParameters().orElseThrow();
        return DoubleStream.of(
                        count.active(), withoutInputEmbedding(count), withoutEmbeddings(count))
                .map(computed -> percent(computed, published))
                .boxed()
                .min(Comparator.comparingDouble(Math::abs))
                .orElseThrow();
    }

    /** A tied embedding counts as the head. */
    private static double withoutInputEmbedding(ParameterCount count) {
        return count.active() - (count.head() > 0 ? count.embedding() : 0);
    }

    private static double withoutEmbeddings(ParameterCount count) {
        return count.active() - count.embedding() - count.head();
    }

    private static double percent(double computed, double published) {
        return 100 * (computed / published - 1);
    }

    private static void holds(String figure, double deviationPercent, double limitPercent) {
        Optional<Table.Row> listed = Optional.ofNullable(DEVIATIONS.get(figure));
        if (listed.isPresent()) {
            assertThat(Math.abs(deviationPercent)).as("%s: take it off the list", figure).isGreaterThan(limitPercent);
            assertThat(deviationPercent).as(figure).isCloseTo(
                    listed.get().number("deviation_percent"), within(LISTED_PERCENT));
        } else {
            assertThat(deviationPercent).as(figure).isBetween(-limitPercent, limitPercent);
        }
    }

    private static void equal(String what, double computed, double counted) {
        assertThat(computed).as(what).isCloseTo(counted, within(GOLDEN * counted));
    }
}
