package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.PassCost;

/**
 * One operating point, with the parts that its figures are made of.
 *
 * @param concurrency          requests in flight, waiting ones included
 * @param runningBatch         of which decode together
 * @param mostRunning          that the KV pool and the engine allow
 * @param decode               kernels of one decode step on one stage
 * @param draftSeconds         draft passes of one step on one stage
 * @param decodeStepSeconds    one decode step through all stages, with the engine's own work
 * @param tokensPerStep        that each sequence gains in it
 * @param prefill              kernels of one prefill step on one stage
 * @param chunkTokens          prompt tokens in that step
 * @param prefillStageSeconds  that it keeps a stage busy
 * @param serviceSeconds       that one whole prompt keeps a stage busy
 * @param kernelServiceSeconds the same without the host's launches, which prompts that queue share
 * @param promptSeconds        until one prompt is through all stages
 * @param savedSeconds         that one pass for prefill and decode saves against two; 0 where they take turns
 * @param addedSeconds         that one whole prompt adds to the steps in which others decode
 * @param promptingSeconds     in which one prompt is computed, with what decodes beside it
 * @param chunks               steps in which one prompt is computed
 * @param pollSteps            decode steps between two looks of the scheduler for new requests
 * @param togetherSeconds      mean wait for prompts that were found in the same look
 * @param others               requests whose prompts are computed while one decodes
 * @param stallSeconds         what prefills of other requests add to each token
 * @param tpotSeconds          mean over requests
 * @param aloneSeconds         TTFT of a request that waits for nobody
 * @param queuedSeconds        wait of requests beyond the KV pool
 * @param utilisationFraction  of the time in which prefill is busy; of independent users
 * @param waitSeconds          wait for prefill, mean over requests
 * @param ttftSeconds          mean over requests, queueing included
 * @param ttftSpread           over requests
 * @param requestsPerSecond    that finish
 */
public record ServingPoint(
        double concurrency,
        double runningBatch,
        double mostRunning,
        PassCost decode,
        double draftSeconds,
        double decodeStepSeconds,
        double tokensPerStep,
        PassCost prefill,
        double chunkTokens,
        double prefillStageSeconds,
        double serviceSeconds,
        double kernelServiceSeconds,
        double promptSeconds,
        double savedSeconds,
        double addedSeconds,
        double promptingSeconds,
        double chunks,
        double pollSteps,
        double togetherSeconds,
        double others,
        double stallSeconds,
        double tpotSeconds,
        double aloneSeconds,
        double queuedSeconds,
        double utilisationFraction,
        double waitSeconds,
        double ttftSeconds,
        Percentiles ttftSpread,
        double requestsPerSecond) {}
