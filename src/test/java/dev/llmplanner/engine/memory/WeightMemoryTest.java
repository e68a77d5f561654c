package dev.llmplanner.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of weights against counted parameters, and how stages and groups share them. */
class WeightMemoryTest {
    private static final WeightRecipe BF16 = WeightRecipe.of(WeightFormat.BF16);
    private static final ParallelLayout WHOLE = ParallelLayout.tensor(1);
    private static final double RELATIVE = 1e-12;

    private static Stream<ModelEntry> computable() {
        return TestCatalog.catalog().models().stream().filter(model -> model.architecture().isPresent());
    }

    @TestFactory
    Stream<DynamicTest> aCheckpointInBf16HasTwoBytesAParameter() {
        return computable().map(model -> DynamicTest.dynamicTest(model.id(), () -> {
            double counted = 2 * ParameterCount.of(model.architecture().orElseThrow()).total();

            assertThat(WeightMemory.checkpointBytes(model.architecture().orElseThrow(), BF16)).isCloseTo(counted, within(counted * RELATIVE));
        }));
    }

    @TestFactory
    Stream<DynamicTest> groupsAddUpToTheWholeOnEveryLayoutWithoutStages() {
        return computable().flatMap(model -> Stream.of(WHOLE, ParallelLayout.tensor(4), new ParallelLayout(2, 1, 8, 4))
                .map(layout -> DynamicTest.dynamicTest(model.id() + " " + layout, () -> {
                    Architecture architecture = model.architecture().orElseThrow();
                    Map<TensorGroup, Double> groups = WeightMemory.bytesByGroup(architecture, model.nativeRecipe(), layout);
                    double whole = WeightMemory.bytesPerGpu(architecture, model.nativeRecipe(), layout);

                    assertThat(groups).containsOnlyKeys(TensorGroup.values());
                    assertThat(groups.values().stream().mapToDouble(each -> each).sum()).isCloseTo(whole, within(whole * RELATIVE));
                })));
    }

    @TestFactory
    Stream<DynamicTest> draftLayersInBf16HaveTwoBytesAParameterAndFourBitRecipesLeaveThemThere() {
        return computable().filter(model -> ParameterCount.of(model.architecture().orElseThrow()).draft() > 0
                        && model.architecture().orElseThrow().vocabularySize() % 64 == 0)
                .map(model -> DynamicTest.dynamicTest(model.id(), () -> {
                    Architecture architecture = model.architecture().orElseThrow();
                    double counted = 2 * ParameterCount.of(architecture).draft();
                    double whole = WeightMemory.draftBytesPerGpu(architecture, BF16, WHOLE);

                    assertThat(whole).isCloseTo(counted, within(counted * RELATIVE));
                    assertThat(WeightMemory.draftBytesPerGpu(architecture, WeightRecipe.of(WeightFormat.FP8), WHOLE)).isLessThan(whole);
                    assertThat(WeightMemory.draftBytesPerGpu(architecture, WeightRecipe.of(WeightFormat.NVFP4), WHOLE))
                            .isEqualTo(whole);
                }));
    }

    /** Layers of 64 wide with 3 dense matrices of 128, or with 8 experts of 3 matrices of 32, a router of 8 rows and no shared expert. */
    private static Architecture mixture(int dense, int experts) {
        int layers = dense + experts;
        return new Architecture(layers, 64, 128, true,
                List.of(new AttentionGroup(layers, new GroupedQueryAttention(1, 1, 64, 64, Reach.FULL, AttentionOptions.PLAIN))),
                List.of(new FeedForwardGroup(dense, new DenseFeedForward(128, 3, false)), new FeedForwardGroup(experts,
                        new MixtureOfExperts(8, 2, 32, 3, 0, false, false, false, 0, 0, 0))),
                0, List.of(), Optional.empty(), OptionalInt.empty());
    }

    /** Where more than an eighth of the layers is dense, a stage has its share of all. */
    @ParameterizedTest
    @CsvSource({"1, 7, 1, false", "1, 7, 2, true", "2, 6, 2, false", "3, 58, 2, true", "1, 7, 8, true"})
    void theFullestStageHasNoDenseLayerWhereFewLead(int dense, int experts, int stages, boolean expertsAlone) {
        Architecture architecture = mixture(dense, experts);
        int layers = dense + experts;
        double denseElements = 3 * 64 * 128;
        double expertElements = 8 * 3 * 64 * 32 + 8 * 64;
        int held = (layers + stages - 1) / stages;
        double feedForward = expertsAlone ? held * expertElements
                : (double) held / layers * (dense * denseElements + experts * expertElements);

        assertThat(WeightMemory.bytesPerGpu(architecture, BF16, new ParallelLayout(1, stages, 1, 1)))
                .isCloseTo(2 * (held * 4 * 64 * 64 + feedForward + 128 * 64), within(1e-6));
    }
}
