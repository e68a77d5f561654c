package dev.llmplanner.engine.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.CompressedAttention;
import dev.llmplanner.engine.model.FactorizedQueryAttention;
import dev.llmplanner.engine.model.GatedDeltaAttention;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.Indexer;
import dev.llmplanner.engine.model.KimiDeltaAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.LightningAttention;
import dev.llmplanner.engine.model.Mamba1;
import dev.llmplanner.engine.model.Mamba2;
import dev.llmplanner.engine.model.OutputGate;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.engine.model.SparseGroupedQueryAttention;
import dev.llmplanner.engine.model.SparseLatentAttention;
import dev.llmplanner.support.TestCatalog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Operators of each kind of attention, worked by hand on small figures: hidden states of 10, BF16 weights and cache, a step
 * that tries two tokens after 1,000, prompts of which a token attends over 100.
 */
class AttentionOperatorsTest {
    private static final Precision BF16 = Precision.of(WeightRecipe.of(WeightFormat.BF16),
            TestCatalog.catalog().accelerator("nvidia-h100-sxm5-80gb").orElseThrow().accelerator()).orElseThrow();
    private static final PassShape STEP = PassShape.fused(3, 2, 1000, 7, 100, 100);
    private static final LatentAttention LATENT =
            new LatentAttention(2, 2, OptionalInt.of(3), 5, 7, 11, 13, Reach.FULL, OutputGate.NONE);
    private static final GroupedQueryAttention GROUPED =
            new GroupedQueryAttention(4, 2, 3, 5, Reach.FULL, AttentionOptions.PLAIN);

    /** What is laid out: elements of each matrix; FLOP and bytes per row of the rest. */
    private static final class Recorder implements Operators {
        final Map<String, Double> matrices = new LinkedHashMap<>();
        final Map<String, double[]> others = new LinkedHashMap<>();
        final Map<String, Double> counts = new LinkedHashMap<>();

        @Override
        public void gemm(String name, double count, MatrixMode mode, Rows rows, double n, double k) {
            assertThat(rows).isEqualTo(name.startsWith("key-value-up") ? Rows.PROMPT_TOKENS : Rows.TOKENS);
            matrices.put(name, n * k);
            counts.put(name, count);
        }

        @Override
        public void add(String name, Kernel kernel, double count, Rows rows, double flopEach, double peakFlopPerSecond, double bytes,
                double bytesEach) {
            others.put(rows == Rows.PROMPT_TOKENS ? name + ", prompts" : name, new double[] {flopEach, bytes, bytesEach});
            counts.put(name, count);
        }

        @Override
        public void experts(String name, double count, RoutedExperts experts) {
            throw new AssertionError(name);
        }

        @Override
        public void collective(String name, double count, Collectives.Cost cost) {
            throw new AssertionError(name);
        }

        Recorder has(String name, double flopEach, double bytes, double bytesEach) {
            assertThat(others.get(name)).as(name + " of " + others.keySet()).containsExactly(flopEach, bytes, bytesEach);
            return this;
        }

        Recorder hasMatrices(Map<String, Double> expected) {
            assertThat(matrices).isEqualTo(expected);
            return this;
        }
    }

    private static Recorder of(Attention attention) {
        return of(attention, 1);
    }

    private static Recorder of(Attention attention, int tensorParallel) {
        Recorder recorder = new Recorder();
        attention.match(new AttentionOperators(recorder, BF16, 4, 10, tensorParallel, STEP, KvFormat.BF16));
        return recorder;
    }

    private static Indexer indexer(Integer selected, int tokensPerKey, boolean weighted) {
        return new Indexer(2, 3, selected == null ? OptionalInt.empty() : OptionalInt.of(selected), tokensPerKey, true, weighted);
    }

    private static Map<String, Double> matrices(Object... pairs) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return map;
    }

    @Test
    void groupedQueriesReadKeysAndValuesOfTheirHeads() {
        // Queries 4 × 3, keys 2 × 3, values 2 × 5; output 4 × 5.
        of(GROUPED).hasMatrices(matrices("qkv-projection", 28 * 10, "output-projection", 20 * 10))
                .has("attention-decode", 2 * 2 * 1000 * 4 * 8, 0, 1000 * 2 * 8 * 2 + 2 * 2 * 4 * 8)
                .has("attention-prefill, prompts", 100 * 4 * 8, 0, (4 + 2) * 8 * 2);
        of(GROUPED, 4).hasMatrices(matrices("qkv-projection", (3 + 8) * 10, "output-projection", 5 * 10));
        assertThat(of(GROUPED).counts.values()).containsOnly(4.0);
    }

    @Test
    void aWindowAndASelectionBoundWhatIsRead() {
        GroupedQueryAttention sliding =
                new GroupedQueryAttention(4, 2, 3, 5, new Reach(Reach.Kind.SLIDING, 30), AttentionOptions.PLAIN);
        of(sliding).has("attention-decode", 2 * 2 * 30 * 4 * 8, 0, 30 * 2 * 8 * 2 + 2 * 2 * 4 * 8)
                .has("attention-prefill, prompts", 60 * 4 * 8, 0, (4 + 2) * 8 * 2);
        of(new SparseGroupedQueryAttention(GROUPED, indexer(20, 4, false)))
                .hasMatrices(matrices("index-query-projection", 6 * 10, "index-key-projection", 3 * 10, "qkv-projection", 280,
                        "output-projection", 200))
                .has("index-scores", 2 * 2 * 250 * 6, 0, 250 * 3 * (1 + 4.0 / 128))
                .has("attention-decode", 2 * 2 * 20 * 4 * 8, 0, 20 * 2 * 8 * 2 + 2 * 2 * 4 * 8)
                .has("attention-prefill, prompts", 40 * 4 * 8, 0, (4 + 2) * 8 * 2);
        of(new SparseGroupedQueryAttention(GROUPED, indexer(null, 1, false)))
                .has("attention-decode", 2 * 2 * 1000 * 4 * 8, 0, 1000 * 2 * 8 * 2 + 2 * 2 * 4 * 8);
    }

    @Test
    void latentAttentionReadsTheCompressedRowAndFoldsItsUpProjections() {
        of(LATENT).hasMatrices(matrices("latent-down-projection", (3 + 5 + 11) * 10, "query-up-projection", 2 * 18 * 3,
                        "key-value-up-projection", 2 * 20 * 5, "output-projection", 26 * 10))
                .has("absorbed-key", 2 * 2 * 2 * 7 * 5, 2 * 7 * 5 * 2, 2 * 2 * 2 * (7 + 5))
                .has("absorbed-value", 2 * 2 * 2 * 5 * 13, 2 * 5 * 13 * 2, 2 * 2 * 2 * (5 + 13))
                .has("latent-decode", 2 * 2 * 1000 * 2 * (5 + 16), 0, 1000 * 16 * 2 + 2 * 2 * 2 * (5 + 16))
                .has("attention-prefill, prompts", 100 * 2 * 31, 0, (2 + 2) * 31 * 2);
    }

    @Test
    void withoutARankQueriesComeFromTheHiddenStateAndAGateBesideThem() {
        of(new LatentAttention(2, 2, OptionalInt.empty(), 5, 7, 11, 13, Reach.FULL, OutputGate.NONE))
                .hasMatrices(matrices("latent-down-projection", (2 * 18 + 16) * 10, "key-value-up-projection", 200,
                        "output-projection", 260));
        assertThat(of(new LatentAttention(2, 2, OptionalInt.empty(), 5, 7, 11, 13, Reach.FULL, OutputGate.ELEMENT)).matrices)
                .containsEntry("latent-down-projection", (2 * 18 + 16 + 2 * 13) * 10.0);
        assertThat(of(new LatentAttention(2, 2, OptionalInt.of(3), 5, 7, 11, 13, Reach.FULL, OutputGate.HEAD)).matrices)
                .containsEntry("latent-down-projection", (3 + 16 + 2) * 10.0);
    }

    @Test
    void anIndexerScoresEveryKeyAndTheLatentRowsItSelectsAreRead() {
        of(new SparseLatentAttention(LATENT, indexer(20, 1, true)))
                .hasMatrices(matrices("index-query-projection", 6 * 3, "index-key-projection", 3 * 10, "index-weight-projection", 2 * 10,
                        "latent-down-projection", 190, "query-up-projection", 108, "key-value-up-projection", 200, "output-projection", 260))
                .has("index-scores", 2 * 2 * 1000 * 6, 0, 1000 * 3 * (1 + 4.0 / 128))
                .has("index-scores, prompts", 100 * 6, 0, (6 + 3) * (1 + 4.0 / 128))
                .has("latent-decode", 2 * 2 * 20 * 2 * 21, 0, 20 * 16 * 2 + 2 * 2 * 2 * 21)
                .has("attention-prefill, prompts", 40 * 2 * 31, 0, 248);
        LatentAttention plain = new LatentAttention(2, 2, OptionalInt.empty(), 5, 7, 11, 13, Reach.FULL, OutputGate.NONE);
        assertThat(of(new SparseLatentAttention(plain, indexer(20, 1, true))).matrices)
                .containsEntry("index-query-projection", 6 * 10.0);
    }

    @Test
    void factorizedQueriesShareOneHeadOfKeysAndValues() {
        of(new FactorizedQueryAttention(2, 3, 5, AttentionOptions.PLAIN))
                .hasMatrices(matrices("latent-down-projection", (5 + 6) * 10, "query-up-projection", 6 * 5, "output-projection", 6 * 10))
                .has("attention-decode", 2 * 2 * 1000 * 2 * 6, 0, 1000 * 6 * 2 + 2 * 2 * 2 * 6)
                .has("attention-prefill, prompts", 100 * 2 * 6, 0, (2 + 1) * 6 * 2);
    }

    @Test
    void compressedAttentionReadsAWindowAndEntries() {
        // Entries of four tokens come from two overlapping halves.
        of(new CompressedAttention(2, 3, 5, 2, 7, 30, 4, Optional.of(indexer(20, 4, true))))
                .hasMatrices(matrices("latent-down-projection", (5 + 3 + 12) * 10, "query-up-projection", 6 * 5,
                        "index-query-projection", 6 * 5, "index-key-projection", 30, "index-weight-projection", 20,
                        "output-down-projection", 7 * 6, "output-projection", 10 * 14))
                .has("latent-decode", 4 * 2 * (30 + 20) * 2 * 3, 0, 50 * 3 * 2 + 2 * 4 * 2 * 3)
                .has("attention-prefill, prompts", (60 + 25) * 2 * 6, 0, (2 + 1) * 6 * 2);
        of(new CompressedAttention(2, 3, 5, 2, 7, 30, 8, Optional.empty()))
                .hasMatrices(matrices("latent-down-projection", (5 + 3 + 6) * 10, "query-up-projection", 30, "output-down-projection", 42,
                        "output-projection", 140))
                .has("latent-decode", 4 * 2 * (30 + 125) * 2 * 3, 0, 155 * 3 * 2 + 48)
                .has("attention-prefill, prompts", (60 + 12.5) * 2 * 6, 0, 36);
        of(new CompressedAttention(2, 3, 5, 2, 7, 30, 0, Optional.empty()))
                .has("latent-decode", 4 * 2 * 30 * 2 * 3, 0, 30 * 3 * 2 + 48)
                .has("attention-prefill, prompts", 60 * 2 * 6, 0, 36);
        assertThat(of(new CompressedAttention(2, 3, 5, 2, 7, 30, 0, Optional.empty())).matrices).containsEntry("latent-down-projection", 80.0);
        assertThat(of(new CompressedAttention(2, 3, 5, 2, 7, 30, 0, Optional.empty()), 2).matrices)
                .containsEntry("output-projection", 70.0).containsEntry("query-up-projection", 15.0);
    }

    @Test
    void deltaRulesReadAndWriteAStateOfAHeadSquared() {
        Recorder gated = of(new GatedDeltaAttention(2, 4, 3, 4))
                .hasMatrices(matrices("mixer-input-projection", (2 * 6 + 2 * 12 + 2 * 4) * 10, "mixer-output-projection", 120))
                .has("delta-decode", 4 * 2 * 4 * 9, 0, 2 * 2 * 4 * 9 * 4)
                .has("delta-prefill, prompts", 4 * (4 * 9 + 4 * 64 * 3), 0, 4 * 4 * 3 * 4);
        Recorder kimi = of(new KimiDeltaAttention(2, 3, 4, false))
                .hasMatrices(matrices("mixer-input-projection", (3 * 6 + 2) * 10, "gate-down-projection", 6 * 10, "gate-up-projection", 6 * 3,
                        "mixer-output-projection", 60))
                .has("delta-decode", 4 * 2 * 2 * 9, 0, 2 * 2 * 2 * 9 * 4)
                .has("delta-prefill, prompts", 2 * (4 * 9 + 4 * 64 * 3), 0, 2 * 4 * 3 * 4);
        of(new KimiDeltaAttention(2, 3, 4, true))
                .hasMatrices(matrices("mixer-input-projection", (3 * 6 + 2 * 6 + 2) * 10, "mixer-output-projection", 60))
                .has("delta-decode", 144, 0, 288);
        of(new LightningAttention(2, 3))
                .hasMatrices(matrices("mixer-input-projection", 4 * 6 * 10, "mixer-output-projection", 60))
                .has("delta-decode", 144, 0, 288).has("delta-prefill, prompts", 1608, 0, 96);
        assertThat(kimi.counts).containsEntry("gate-up-projection", 8.0).containsEntry("gate-down-projection", 4.0);
        assertThat(gated.counts.values()).containsOnly(4.0);
        assertThat(of(new LightningAttention(2, 3), 2).matrices).containsEntry("mixer-output-projection", 30.0);
        assertThat(of(new KimiDeltaAttention(2, 3, 4, false), 2).matrices).containsEntry("mixer-input-projection", (3 * 3 + 1) * 10.0);
    }

    @Test
    void stateSpaceLayersReadAndWriteTheirState() {
        of(new Mamba2(2, 3, 5, 1, 4))
                .hasMatrices(matrices("mixer-input-projection", (2 * 6 + 2 * 5 + 2) * 10, "mixer-output-projection", 60))
                .has("state-decode", 4 * 2 * 6 * 5, 0, 2 * 2 * 6 * 5 * 4)
                .has("state-prefill, prompts", 2 * (4 * 3 * 5 + 256 * (5 + 3)), 0, (12 + 10) * 4);
    }

    @Test
    void aKindWithoutOperatorsIsRefusedByItsName() {
        Mamba1 old = new Mamba1(6, 5, 2, 4);

        assertThatIllegalStateException().isThrownBy(() -> of(old)).withMessageContaining("mamba-1");
        assertThat(OperatorCoverage.uncovered(old)).contains("mamba-1");
        assertThat(Arrays.asList(LATENT, GROUPED)).allSatisfy(kind -> assertThat(OperatorCoverage.uncovered(kind)).isEmpty());
    }
}
