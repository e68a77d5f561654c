package dev.llmplanner.contract;

import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.Architecture;
import java.util.List;

/**
 * The legal layouts that people start engines with: experts divided by all GPUs of a stage or by none, and pipeline stages
 * only where a replica outgrows its scale-up domain, or can't be divided otherwise. Where no legal layout is usual, all are.
 */
final class UsualLayouts {

    private UsualLayouts() {}

    /** In the order of {@link LegalLayouts}. */
    static List<ParallelLayout> of(Architecture architecture, WeightRecipe weights, int gpus, int domainGpus) {
        if (gpus <= domainGpus) {
            List<ParallelLayout> oneStage = LegalLayouts.of(
                    architecture, weights, gpus, layout -> layout.pipelineParallel() == 1 && dividesExpertsUsually(layout));
            if (!oneStage.isEmpty()) {
                return oneStage;
            }
        }
        List<ParallelLayout> usual = LegalLayouts.of(architecture, weights, gpus, UsualLayouts::dividesExpertsUsually);
        return usual.isEmpty() ? LegalLayouts.of(architecture, weights, gpus) : usual;
    }

    private static boolean dividesExpertsUsually(ParallelLayout layout) {
        return layout.expertParallel() == 1 || layout.expertParallel() == layout.stageGpus();
    }
}
