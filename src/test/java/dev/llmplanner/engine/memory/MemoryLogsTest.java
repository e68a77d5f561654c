package dev.llmplanner.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.EngineVersion;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.support.Table;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start-up logs outside {@code measurements/}, and the rules of engines worked by hand. */
class MemoryLogsTest {

    private static final double GIB = 1_073_741_824.0;

    private static final GroupedQueryAttention HEADS = new GroupedQueryAttention(
            32, 8, 128, 128, Reach.FULL, AttentionOptions.PLAIN);

    @TestFactory
    Stream<DynamicTest> weightsAreThoseOfTheLog() {
        return Table.read("src/test/resources/golden/memory-logs.csv").rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("id") + " " + row.text("engine_version"), () -> {
                    ModelEntry model = TestCatalog.catalog().model(row.text("id")).orElseThrow();
                    int minor = Integer.parseInt(row.text("engine_version").split("\\.")[1]);
                    Deployment deployment = deployment(model.architecture().orElseThrow(), model.nativeRecipe(),
                            Optional.of(new EngineVersion(0, minor)), ServingEngine.VLLM,
                            ParallelLayout.tensor(row.integer("tensor_parallel")), 8192);

                    double gib = (WeightMemory.bytesPerGpu(
                            deployment.architecture(), deployment.weights(), deployment.layout())
                            + LoadedWeights.of(deployment).bytes()) / GIB;

                    assertThat(gib).isCloseTo(row.number("weights_gib"), within(0.005 * row.number("weights_gib")));
                }));
    }

    /**
     * vLLM issue 40691, version 0.19: 290,864 tokens and 33.04 sequences of 32,768. A layer's state of 48 heads of 128 by
     * 128 needs a page of 784 tokens; the pool is 1,487 blocks.
     */
    @Test
    void pagesGrowUntilALayersStateFitsIn() {
        Architecture architecture = new Architecture(64, 5120, 248320, false,
                List.of(new AttentionGroup(48, new GatedDeltaAttention(16, 48, 128, 4)),
                        new AttentionGroup(16, new GroupedQueryAttention(
                                24, 4, 256, 256, Reach.FULL, AttentionOptions.PLAIN))),
                List.of(new FeedForwardGroup(64, new DenseFeedForward(17408, 3, false))), 129.0 * 5120, List.of(),
                Optional.empty(), OptionalInt.of(262144));
        Deployment deployment = deployment(architecture, WeightRecipe.of(WeightFormat.BF16),
                Optional.of(new EngineVersion(0, 19)), ServingEngine.VLLM, ParallelLayout.tensor(1), 32_768);

        KvPages pages = KvPages.of(deployment).orElseThrow();

        assertThat(pages.blockTokens()).isEqualTo(784);
        assertThat(pages.groups()).isEqualTo(4);
        assertThat(pages.blocksPerSequence()).isEqualTo(42 + 3);
        double pool = 1487.5 * pages.blockBytes();
        assertThat(pages.tokens(pool, deployment.engineVersion(), 32_768)).isEqualTo(290_864);
        assertThat(pages.tokens(pool, Optional.empty(), 32_768) / 32_768).isCloseTo(33.04, within(0.01));
    }

    /** 12 full and 33 sliding layers: groups of 12, so that three of 36 pages stand empty. */
    @Test
    void aLastGroupIsFilledWithEmptyPages() {
        KvPages pages = pages(12, 33, new Reach(Reach.Kind.SLIDING, 512), 131_072);

        assertThat(pages.groups()).isEqualTo(1 + 3);
        assertThat(pages.blockBytes()).isEqualTo(12 * 16 * 4096.0);
        assertThat(pages.blocksPerSequence()).isEqualTo(131_072 / 16 + 3 * (Math.ceil((511 + 8192) / 16.0) + 1));
    }

    @Test
    void chunksKeepAChunkAndABatch() {
        KvPages pages = pages(12, 36, new Reach(Reach.Kind.CHUNKED, 8192), 131_072);

        assertThat(pages.blocksPerSequence()).isEqualTo(131_072 / 16 + 3 * (8192 + 8192) / 16.0);
    }

    @Test
    void nearlyAsManyLayersOfBothKindsMakeTwoGroups() {
        assertThat(pages(13, 12, new Reach(Reach.Kind.SLIDING, 128), 8192).groups()).isEqualTo(2);
    }

    private static KvPages pages(int full, int windowed, Reach reach, double longest) {
        GroupedQueryAttention sliding = new GroupedQueryAttention(32, 8, 128, 128, reach, AttentionOptions.PLAIN);
        return KvPages.of(deployment(
                plain(List.of(new AttentionGroup(windowed, sliding), new AttentionGroup(full, HEADS))),
                WeightRecipe.of(WeightFormat.BF16), Optional.empty(), ServingEngine.VLLM, ParallelLayout.tensor(1),
                longest)).orElseThrow();
    }

    private static Architecture plain(List<AttentionGroup> attention) {
        int layers = attention.stream().mapToInt(AttentionGroup::layers).sum();
        return new Architecture(layers, 4096, 128256, false, attention,
                List.of(new FeedForwardGroup(layers, new DenseFeedForward(14336, 3, false))),
                (2.0 * layers + 1) * 4096, List.of(), Optional.empty(), OptionalInt.of(131_072));
    }

    /** 131,072 positions of 128 elements: 32 MiB in BF16, twice that in SGLang's FP32. */
    @Test
    void rotationsStandOnEveryGpu() {
        Architecture architecture = plain(List.of(new AttentionGroup(32, HEADS)));

        assertThat(loaded(architecture, ServingEngine.VLLM, 1).rotationBytes()).isEqualTo(131_072 * 128 * 2.0);
        assertThat(loaded(architecture, ServingEngine.VLLM, 8).rotationBytes()).isEqualTo(131_072 * 128 * 2.0);
        assertThat(loaded(architecture, ServingEngine.SGLANG, 1).rotationBytes()).isEqualTo(131_072 * 128 * 4.0);
    }

    private static LoadedWeights loaded(Architecture architecture, ServingEngine engine, int tensorParallel) {
        return LoadedWeights.of(deployment(architecture, WeightRecipe.of(WeightFormat.BF16), Optional.empty(), engine,
                ParallelLayout.tensor(tensorParallel), 8192));
    }

    @Test
    void theAllocatorKeepsLessThanHalfAPiece() {
        double mib = 1_048_576;

        assertThat(Allocator.rounding(31.5 * mib / 2, WeightFormat.BF16)).isEqualTo(0.5 * mib);
        assertThat(Allocator.rounding(259 * mib / 2, WeightFormat.BF16)).isEqualTo(mib);
        assertThat(Allocator.rounding(24.5 * mib / 2, WeightFormat.BF16)).isZero();
        assertThat(Allocator.rounding(7.5 * mib / 2, WeightFormat.BF16)).isZero();
    }

    /**
     * SGLang's rule by hand, in MiB. TP8 on 81,559: 512 + 12,288 + 1,024 + 1,024. TP1 on 143,771: 512 + 12,288 + 512 + 128.
     * TP4 on 183,359: 512 + 24,576 + 1,024 + 512. TP2 and attention DP4 on 143,771: 18,432 + 12,288 + 512 + 2 × 1,024.
     */
    @Test
    void sglangReservesByDeviceAndLayout() {
        assertThat(share(81_559, ParallelLayout.tensor(8), Optional.empty())).isEqualTo(0.818);
        assertThat(share(143_771, ParallelLayout.tensor(1), Optional.empty())).isEqualTo(0.907);
        assertThat(share(183_359, ParallelLayout.tensor(4), Optional.empty())).isEqualTo(0.855);
        assertThat(share(143_771, new ParallelLayout(1, 1, 8, 8), Optional.empty())).isEqualTo(0.769);
        assertThat(share(81_559, ParallelLayout.tensor(8), Optional.of(new EngineVersion(0, 4)))).isEqualTo(0.81);
    }

    /** The same rule at its steps: memory in GiB, TP, and the share by hand. At a step the larger device's figure holds. */
    @ParameterizedTest
    @CsvSource({"16, 1, 0.772", "20, 1, 0.816", "24, 1, 0.847", "24, 4, 0.827", "35, 1, 0.809", "48, 1, 0.861", "48, 4, 0.848", "60, 1, 0.781",
        "80, 1, 0.836", "80, 8, 0.819", "160, 1, 0.84", "192, 1, 0.867"})
    void sglangReservesByStepsOfMemory(double gib, int tensorParallel, double expected) {
        assertThat(share(gib * 1024, ParallelLayout.tensor(tensorParallel), Optional.empty())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.88", "2, 0.87", "3, 0.87", "4, 0.85", "7, 0.85", "8, 0.81", "15, 0.81", "16, 0.79"})
    void beforeSglang05TheShareWasByTensorParallelismAlone(int tensorParallel, double expected) {
        assertThat(share(81_559, ParallelLayout.tensor(tensorParallel), Optional.of(new EngineVersion(0, 4)))).isEqualTo(expected);
        assertThat(share(40_960, ParallelLayout.tensor(tensorParallel), Optional.of(new EngineVersion(0, 4)))).isEqualTo(expected);
        assertThat(share(81_559, ParallelLayout.tensor(8), Optional.of(new EngineVersion(0, 5)))).isEqualTo(0.818);
    }

    private static double share(double mib, ParallelLayout layout, Optional<EngineVersion> version) {
        Deployment asked = deployment(plain(List.of(new AttentionGroup(32, HEADS))),
                WeightRecipe.of(WeightFormat.BF16), version, ServingEngine.SGLANG, layout, 8192);
        Deployment unasked = new Deployment(asked.architecture(), asked.accelerator(), asked.interconnect(),
                asked.engine(), version, asked.weights(), asked.kvFormat(), layout, asked.workload(),
                new EngineLimits(OptionalDouble.empty(), 8192, 8192, 1024));
        return MemoryPlan.fraction(unasked, mib * 1_048_576);
    }

    private static Deployment deployment(
            Architecture architecture, WeightRecipe recipe, Optional<EngineVersion> version, ServingEngine engine,
            ParallelLayout layout, double longest) {
        return new Deployment(
                architecture,
                TestCatalog.catalog().accelerator("nvidia-h100-sxm5-80gb").orElseThrow().accelerator(),
                new Interconnect(OptionalDouble.empty(), 8, OptionalDouble.empty(), false),
                engine, version, recipe, KvFormat.BF16, layout,
                new Workload(1, 1, 2, 0, new Workload.Concurrency(1), Arrival.POISSON, Optional.empty()),
                new EngineLimits(0.9, longest, 8192, 1024));
    }
}
