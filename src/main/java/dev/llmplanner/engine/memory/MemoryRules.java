package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.ServingEngine;

/**
 * Empirical figures of run-time memory, with values from the constants file. Fitted to start-up logs of vLLM.
 *
 * @param activationBytesPerSequenceAndWord peak of the sampler's profile run: bytes per running sequence and vocabulary
 *                                          entry, not divided by TP
 * @param sortedBytesPerSequenceAndWord     the same where the sampler sorts the vocabulary, as vLLM did before 0.17
 * @param activationFixedBytes              what every pass needs beside
 * @param visionBytes                       a profile run of the vision tower
 * @param nonTorchSingleBytes               buffers outside the framework's allocator without tensor parallelism
 * @param nonTorchParallelBytes             the same with collectives of tensor parallelism
 * @param initialSingleBytes                taken before the engine measures: the driver's context
 * @param initialParallelBytes              the same with communicators
 * @param initialSglangBytes               the same in SGLang, with its communicators
 * @param graphFixedBytes                   captured graphs of any model
 * @param graphLayerBytes                   captured graphs per layer of a stage
 * @param graphExpertsBytes                 captured graphs of a model with experts, beside
 */
public record MemoryRules(
        double activationBytesPerSequenceAndWord,
        double sortedBytesPerSequenceAndWord,
        double activationFixedBytes,
        double visionBytes,
        double nonTorchSingleBytes,
        double nonTorchParallelBytes,
        double initialSingleBytes,
        double initialParallelBytes,
        double initialSglangBytes,
        double graphFixedBytes,
        double graphLayerBytes,
        double graphExpertsBytes) {

    /** Whether that engine reserves the whole answer of a sequence before it starts. */
    public static boolean reservesWholeAnswer(ServingEngine engine) {
        return engine == ServingEngine.TENSORRT_LLM;
    }
}
