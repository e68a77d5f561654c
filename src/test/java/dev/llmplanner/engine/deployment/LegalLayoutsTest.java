package dev.llmplanner.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalLayoutsTest {

    @Test
    void degreesMultiplyToTheGpusAndBreakNoRule() {
        int layouts = 0;
        for (ModelEntry model : TestCatalog.catalog().models()) {
            if (model.architecture().isEmpty()) {
                continue;
            }
            Architecture architecture = model.architecture().get();
            for (int gpus : List.of(1, 2, 3, 4, 6, 8, 12, 16, 32)) {
                for (ParallelLayout layout : LegalLayouts.of(architecture, model.nativeRecipe(), gpus)) {
                    layouts++;
                    assertThat(layout.tensorParallel() * layout.pipelineParallel() * layout.attentionDataParallel())
                            .as(model.id() + " " + layout).isEqualTo(gpus);
                    assertThat(layout.stageGpus() % layout.expertParallel()).isZero();
                    assertThat(LayoutRules.problem(architecture, model.nativeRecipe(), layout)).isEmpty();
                }
            }
        }
        assertThat(layouts).isGreaterThan(3000);
    }

    /** Every layout that isn't listed breaks a rule: nothing legal is left out. */
    @Test
    void allLegalLayoutsAreListed() {
        Architecture architecture = TestCatalog.catalog().model("deepseek-r1").orElseThrow().architecture().orElseThrow();
        WeightRecipe recipe = WeightRecipe.of(WeightFormat.FP8_BLOCK);
        List<ParallelLayout> found = new ArrayList<>();
        for (int tensor = 1; tensor <= 8; tensor++) {
            for (int pipeline = 1; pipeline <= 8; pipeline++) {
                for (int experts = 1; experts <= 8; experts++) {
                    for (int data = 1; data <= 8; data++) {
                        ParallelLayout layout = new ParallelLayout(tensor, pipeline, experts, data);
                        if (layout.gpus() == 8 && LayoutRules.problem(architecture, recipe, layout).isEmpty()) {
                            found.add(layout);
                        }
                    }
                }
            }
        }

        assertThat(LegalLayouts.of(architecture, recipe, 8)).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void headsThatDoNotDivideAreRefusedWithThoseThatDo() {
        Architecture architecture =
                TestCatalog.catalog().model("llama-3.1-70b").orElseThrow().architecture().orElseThrow();

        LayoutProblem problem = LayoutRules.problem(
                architecture, WeightRecipe.of(WeightFormat.BF16), ParallelLayout.tensor(6)).orElseThrow();

        assertThat(problem.code()).isEqualTo("kv-heads-do-not-divide");
        assertThat(problem.degree()).isEqualTo("tensorParallel");
        assertThat(problem.allowed()).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }

    @Test
    void expertsThatDoNotDivideAreRefused() {
        Architecture architecture = TestCatalog.catalog().model("deepseek-r1").orElseThrow().architecture().orElseThrow();

        LayoutProblem problem = LayoutRules.problem(
                architecture, WeightRecipe.of(WeightFormat.BF16), new ParallelLayout(1, 1, 12, 12)).orElseThrow();

        assertThat(problem.code()).isEqualTo("expert-parallel-does-not-divide");
        assertThat(problem.size()).isEqualTo(256);
        assertThat(problem.allowed()).containsExactly(1, 2, 4);
    }

    /** Measured on GB200 with SGLang and TensorRT-LLM: measurements/serving.csv. */
    @Test
    void wideExpertParallelismOfBlockScaledDeepSeekIsLegal() {
        Architecture architecture = TestCatalog.catalog().model("deepseek-v3").orElseThrow().architecture().orElseThrow();

        assertThat(LayoutRules.problem(
                architecture, WeightRecipe.of(WeightFormat.FP8_BLOCK), new ParallelLayout(1, 1, 32, 32))).isEmpty();
    }
}
