package dev.llmplanner.engine.deployment;

import java.util.List;

/**
 * Why a layout can't run.
 *
 * @param code    lower-kebab, stable
 * @param degree  tensorParallel, expertParallel, attentionDataParallel or pipelineParallel
 * @param divided what isn't divided evenly, in words of the model's files
 * @param size    of what isn't divided
 * @param allowed degrees that would do, up to the number of GPUs
 */
public record LayoutProblem(String code, String degree, String divided, int size, List<Integer> allowed) {

    public LayoutProblem {
        allowed = List.copyOf(allowed);
    }
}
