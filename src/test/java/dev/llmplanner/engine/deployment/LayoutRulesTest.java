package dev.llmplanner.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.CompressedAttention;
import dev.llmplanner.engine.model.CrossAttention;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FactorizedQueryAttention;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.Indexer;
import dev.llmplanner.engine.model.KimiDeltaAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.LightningAttention;
import dev.llmplanner.engine.model.Mamba1;
import dev.llmplanner.engine.model.Mamba2;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.NoAttention;
import dev.llmplanner.engine.model.OutputGate;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, what it says where it is broken, and which degrees it offers instead. */
class LayoutRulesTest {
    private static final WeightRecipe BF16 = WeightRecipe.of(WeightFormat.BF16);
    private static final Indexer INDEXER = new Indexer(2, 3, OptionalInt.of(20), 1, true, true);
    private static final GroupedQueryAttention GROUPED =
            new GroupedQueryAttention(12, 12, 8, 8, Reach.FULL, AttentionOptions.PLAIN);
    private static final LatentAttention LATENT =
            new LatentAttention(12, 12, OptionalInt.empty(), 8, 8, 8, 8, Reach.FULL, OutputGate.NONE);

    private static Architecture architecture(Attention attention, FeedForward feedForward) {
        return new Architecture(4, 96, 1000, false, List.of(new AttentionGroup(4, attention)), List.of(new FeedForwardGroup(4, feedForward)), 0,
                List.of(), Optional.empty(), OptionalInt.empty());
    }

    private static Optional<LayoutProblem> problem(Attention attention, FeedForward feedForward, WeightRecipe recipe, ParallelLayout layout) {
        return LayoutRules.problem(architecture(attention, feedForward), recipe, layout);
    }

    private static FeedForward mixture(int experts, int width, int shared) {
        return new MixtureOfExperts(experts, 2, width, 3, shared, false, false, false, 0, 0, 0);
    }

    private static void broken(Optional<LayoutProblem> problem, String code, String degree, int... allowed) {
        assertThat(problem).isPresent();
        assertThat(problem.get().code()).isEqualTo(code);
        assertThat(problem.get().degree()).isEqualTo(degree);
        assertThat(problem.get().allowed()).containsExactly(IntStream.of(allowed).boxed().toArray(Integer[]::new));
    }

    static Stream<Attention> kindsOfTwelveHeads() {
        return Stream.of(GROUPED, new SparseGroupedQueryAttention(GROUPED, INDEXER), new FactorizedQueryAttention(12, 8, 8, AttentionOptions.PLAIN),
                LATENT, new SparseLatentAttention(LATENT, INDEXER), new CompressedAttention(12, 8, 8, 2, 8, 16, 4, Optional.of(INDEXER)),
                new GatedDeltaAttention(12, 12, 8, 4), new KimiDeltaAttention(12, 8, 4, true), new LightningAttention(12, 8),
                new Mamba1(12, 8, 4, 2), new Mamba2(12, 8, 8, 1, 4), new CrossAttention(12, 12, 8, AttentionOptions.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("kindsOfTwelveHeads")
    void twelveHeadsOfAnyKindAreDividedByTheDivisorsOfTwelve(Attention kind) {
        FeedForward wide = new DenseFeedForward(2 * 2 * 3 * 5 * 64, 3, false);
        for (int degree : new int[] {1, 2, 3, 4, 6, 12}) {
            assertThat(problem(kind, wide, BF16, ParallelLayout.tensor(degree))).as("TP %d", degree).isEmpty();
        }

        Optional<LayoutProblem> problem = problem(kind, wide, BF16, ParallelLayout.tensor(5));
        assertThat(problem.orElseThrow().code()).endsWith("heads-do-not-divide");
        assertThat(problem.get().size()).isEqualTo(12);
        assertThat(problem.get().allowed()).containsExactly(1, 2, 3, 4, 6, 12);
    }

    @Test
    void layersWithoutAttentionHaveNoHeadsToDivide() {
        assertThat(problem(new NoAttention(), new DenseFeedForward(320, 3, false), BF16, ParallelLayout.tensor(5))).isEmpty();
    }

    @Test
    void fewKeyValueHeadsAreDividedOrRepeated() {
        GroupedQueryAttention few = new GroupedQueryAttention(24, 4, 8, 8, Reach.FULL, AttentionOptions.PLAIN);
        FeedForward wide = new DenseFeedForward(24 * 64, 3, false);

        assertThat(problem(few, wide, BF16, ParallelLayout.tensor(8))).isEmpty();
        broken(problem(few, wide, BF16, ParallelLayout.tensor(6)), "kv-heads-do-not-divide", "tensorParallel", 1, 2, 4, 8, 12, 24);
        broken(problem(few, wide, BF16, ParallelLayout.tensor(16)), "heads-do-not-divide", "tensorParallel", 1, 2, 3, 4, 6, 8, 12, 24);
    }

    @Test
    void everyStageHasALayer() {
        assertThat(problem(GROUPED, new DenseFeedForward(96, 3, false), BF16, new ParallelLayout(1, 4, 1, 1))).isEmpty();
        broken(problem(GROUPED, new DenseFeedForward(96, 3, false), BF16, new ParallelLayout(1, 5, 1, 1)), "too-many-stages",
                "pipelineParallel", 1, 2, 3, 4);
    }

    @Test
    void withoutExpertsNothingIsDividedByThem() {
        FeedForward dense = new DenseFeedForward(96, 3, false);

        broken(problem(GROUPED, dense, BF16, new ParallelLayout(2, 1, 2, 1)), "no-experts", "expertParallel", 1);
        broken(problem(GROUPED, dense, BF16, new ParallelLayout(1, 1, 1, 2)), "no-experts", "attentionDataParallel", 1);
    }

    @Test
    void expertParallelismDividesGpusAndExperts() {
        broken(problem(GROUPED, mixture(12, 96, 0), BF16, new ParallelLayout(4, 1, 3, 1)), "expert-parallel-does-not-divide", "expertParallel",
                1, 2, 4);
        broken(problem(GROUPED, mixture(6, 96, 0), BF16, new ParallelLayout(4, 1, 4, 1)), "expert-parallel-does-not-divide", "expertParallel",
                1, 2);
    }

    @Test
    void widthsAreDividedByWhatIsLeft() {
        broken(problem(GROUPED, new DenseFeedForward(90, 3, false), BF16, ParallelLayout.tensor(4)), "width-does-not-divide", "tensorParallel",
                1, 2, 3, 5, 6, 9, 10, 15, 18, 30, 45);
        assertThat(problem(GROUPED, mixture(8, 90, 0), BF16, new ParallelLayout(4, 1, 4, 1))).isEmpty();
        broken(problem(GROUPED, mixture(8, 90, 0), BF16, new ParallelLayout(4, 1, 1, 1)), "width-does-not-divide", "tensorParallel",
                1, 2, 3, 5, 6, 9, 10, 15, 18, 30, 45);
        broken(problem(GROUPED, mixture(8, 96, 6), BF16, new ParallelLayout(4, 1, 4, 1)), "width-does-not-divide", "tensorParallel", 1, 2, 3, 6);
        // Beside attention data parallelism each rank holds the shared experts whole.
        assertThat(problem(GROUPED, mixture(8, 96, 6), BF16, new ParallelLayout(4, 1, 8, 2))).isEmpty();
    }

    @Test
    void aBlockOfOneScaleIsNotCut() {
        WeightRecipe blocks = WeightRecipe.of(WeightFormat.FP8_BLOCK);

        assertThat(problem(GROUPED, new DenseFeedForward(768, 3, false), blocks, ParallelLayout.tensor(6))).isEmpty();
        broken(problem(GROUPED, new DenseFeedForward(768, 3, false), blocks, ParallelLayout.tensor(4)), "block-scale-does-not-divide",
                "tensorParallel", 1, 2, 3, 6);
        // On one GPU nothing is cut.
        assertThat(problem(GROUPED, new DenseFeedForward(100, 3, false), blocks, ParallelLayout.tensor(1))).isEmpty();
    }

    /** Bits per weight: blocks of 4.5 and 5.5 bits, a sixth of them in 6.5625; the others whole. */
    @ParameterizedTest
    @CsvSource({"GGUF_Q4_K_M, 4.84375", "GGUF_Q5_K_M, 5.6770833333", "GGUF_Q6_K, 6.5625", "GGUF_Q8_0, 8.5"})
    void ggufTypesHaveTheBitsOfTheirBlocks(WeightFormat format, double bits) {
        assertThat(format.isGguf()).isTrue();
        assertThat(8 * format.bytesPerElement()).isCloseTo(bits, within(1e-9));
    }

    /** Five parts in six of 4.5 bits and one of 6.5625. */
    @Test
    void mediumMixesKeepASixthInLargerBlocks() {
        assertThat(8 * GgufBlocks.medium(4.5 / 8)).isCloseTo(5 * 4.5 / 6 + 6.5625 / 6, within(1e-12));
    }

    @Test
    void ggufQuantisesTheEmbeddingAndKeepsABetterHead() {
        WeightRecipe medium = WeightRecipe.of(WeightFormat.GGUF_Q4_K_M);

        assertThat(medium.of(TensorGroup.EMBEDDING)).isEqualTo(WeightFormat.GGUF_Q4_K_M);
        assertThat(medium.of(TensorGroup.HEAD)).isEqualTo(WeightFormat.GGUF_Q6_K);
        assertThat(medium.of(TensorGroup.NORMS)).isEqualTo(WeightFormat.BF16);
        assertThat(WeightRecipe.of(WeightFormat.GGUF_Q8_0).of(TensorGroup.HEAD)).isEqualTo(WeightFormat.GGUF_Q8_0);
        assertThat(WeightRecipe.of(WeightFormat.FP8).of(TensorGroup.EMBEDDING)).isEqualTo(WeightFormat.BF16);
        assertThat(WeightRecipe.of(WeightFormat.FP16).of(TensorGroup.HEAD)).isEqualTo(WeightFormat.FP16);
        assertThat(WeightFormat.BF16.isGguf()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, true", "0.5, 1, 0.99, true", "0, 1, 0, false", "1, 0.99, 0, false", "1, 1, 1, false", "1, 1, -0.01, false"})
    void aRequestHasAPromptAnAnswerAndSomethingToCompute(double input, double output, double cached, boolean taken) {
        taken(taken, () -> new Workload(input, output, 2, cached, new Workload.Concurrency(1), Arrival.POISSON, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "1, 1, true", "0, 0.5, false", "1, 1.01, false", "1, -0.01, false"})
    void speculationDraftsATokenAtLeastAndAcceptsAShare(int depth, double accepted, boolean taken) {
        taken(taken, () -> new Workload.Speculation(depth, accepted));
    }

    /** Lengths that are drawn have a mean below the longest. */
    @ParameterizedTest
    @CsvSource({"CLOSED_LOOP, 600, 398, true", "CLOSED_LOOP, 600, 399, false", "CLOSED_LOOP, 600, 400, false", "POISSON, 300, 100, false"})
    void aPublishedBenchmarkDrawsItsLengthsInAClosedLoop(Arrival arrival, double input, double output, boolean published) {
        Workload workload = new Workload(input, output, 1000, 0, new Workload.Concurrency(1), arrival, Optional.empty());

        assertThat(workload.isPublishedBenchmark()).isEqualTo(published);
    }

    private static void taken(boolean taken, Runnable made) {
        if (taken) {
            assertThatCode(made::run).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException().isThrownBy(made::run);
        }
    }
}
