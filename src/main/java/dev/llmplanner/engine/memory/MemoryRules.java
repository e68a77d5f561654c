package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.ServingEngine;

/**
 * Empirical rules of run-time memory, with values from the constants file.
 *
 * @param activationBytesPerSequenceAndWord peak of the sampler's profile run: bytes per running sequence and vocabulary
 *                                          entry, not divided by TP
 * @param nonTorchSingleBytes               buffers outside the framework's allocator on one GPU
 * @param nonTorchParallelBytes             the same with collectives
 * @param graphBytes                        captured graphs
 */
public record MemoryRules(
        double activationBytesPerSequenceAndWord,
        double nonTorchSingleBytes,
        double nonTorchParallelBytes,
        double graphBytes) {

    /** Peak of activations on one GPU, bytes. */
    public double activationBytes(double maxRunningSequences, double vocabularySize) {
        return activationBytesPerSequenceAndWord * maxRunningSequences * vocabularySize;
    }

    /** Buffers outside the framework's allocator, bytes. */
    public double nonTorchBytes(int gpus) {
        return gpus > 1 ? nonTorchParallelBytes : nonTorchSingleBytes;
    }

    /** Whether that engine reserves the whole answer of a sequence before it starts. */
    public static boolean reservesWholeAnswer(ServingEngine engine) {
        return engine == ServingEngine.TENSORRT_LLM;
    }
}
