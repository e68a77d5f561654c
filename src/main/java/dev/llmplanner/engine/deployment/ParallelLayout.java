package dev.llmplanner.engine.deployment;

/**
 * How a replica is divided.
 *
 * @param tensorParallel        TP of attention, ≥ 1
 * @param pipelineParallel      PP stages, ≥ 1
 * @param expertParallel        EP; divides TP × attention DP
 * @param attentionDataParallel ranks that each hold attention whole and their own sequences, ≥ 1
 */
public record ParallelLayout(
        int tensorParallel, int pipelineParallel, int expertParallel, int attentionDataParallel) {

    public ParallelLayout {
        if (tensorParallel < 1 || pipelineParallel < 1 || expertParallel < 1 || attentionDataParallel < 1) {
            throw new IllegalArgumentException("TP " + tensorParallel + ", PP " + pipelineParallel + ", EP "
                    + expertParallel + ", attention DP " + attentionDataParallel);
        }
    }

    /** Tensor parallelism alone. */
    public static ParallelLayout tensor(int degree) {
        return new ParallelLayout(degree, 1, 1, 1);
    }

    /** GPUs of one pipeline stage: TP × attention DP. */
    public int stageGpus() {
        return tensorParallel * attentionDataParallel;
    }

    /** GPUs of the replica: TP × PP × attention DP. */
    public int gpus() {
        return stageGpus() * pipelineParallel;
    }
}
