package dev.llmplanner.engine.deployment;

import dev.llmplanner.engine.model.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every legal layout of a number of GPUs, in a documented order: fewer pipeline stages first, then fewer attention-DP
 * ranks, then less expert parallelism. The order breaks ties.
 */
public final class LegalLayouts {

    private LegalLayouts() {}

    /** All legal layouts of exactly {@code gpus} GPUs. */
    public static List<ParallelLayout> of(Architecture architecture, WeightRecipe weights, int gpus) {
        return of(architecture, weights, gpus, layout -> true);
    }

    /** Those of them that are wanted, in the same order. */
    public static List<ParallelLayout> of(
            Architecture architecture, WeightRecipe weights, int gpus, Predicate<ParallelLayout> wanted) {
        List<ParallelLayout> legal = new ArrayList<>();
        for (int pipeline = 1; pipeline <= gpus; pipeline++) {
            if (gpus % pipeline != 0) {
                continue;
            }
            int stage = gpus / pipeline;
            for (int data = 1; data <= stage; data++) {
                if (stage % data != 0) {
                    continue;
                }
                for (int experts = 1; experts <= stage; experts++) {
                    if (stage % experts == 0) {
                        ParallelLayout layout = new ParallelLayout(stage / data, pipeline, experts, data);
                        if (wanted.test(layout) && LayoutRules.problem(architecture, weights, layout).isEmpty()) {
                            legal.add(layout);
                        }
                    }
                }
            }
        }
        return legal;
    }
}
