package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.PassCost;

/**
 * One operating point of an aggregated worker.
 *
 * @param concurrency        requests in flight, waiting ones included
 * @param runningBatch       of which decode together
 * @param decode             kernels of one decode step
 * @param prefill            kernels of one prefill step
 * @param decodeStepSeconds  kernels and the engine's own work
 * @param prefillStepSeconds the same of a step that carries a chunk of prompts
 * @param promptSeconds      prefill of one whole prompt
 * @param stallSeconds       what prefills of other requests add to each token
 * @param tpotSeconds        mean over requests
 * @param ttftSeconds        mean over requests, queueing included
 * @param requestsPerSecond  that finish
 */
record ServingPoint(
        double concurrency,
        double runningBatch,
        PassCost decode,
        PassCost prefill,
        double decodeStepSeconds,
        double prefillStepSeconds,
        double promptSeconds,
        double stallSeconds,
        double tpotSeconds,
        double ttftSeconds,
        double requestsPerSecond) {}
