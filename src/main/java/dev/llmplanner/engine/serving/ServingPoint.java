package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.roofline.PassCost;

/**
 * One operating point.
 *
 * @param concurrency        requests in flight, waiting ones included
 * @param runningBatch       of which decode together
 * @param decode             kernels of one decode step on one stage
 * @param prefill            kernels of one prefill step on one stage
 * @param decodeStepSeconds  one decode step through all stages, with the engine's own work
 * @param stallSeconds       what prefills of other requests add to each token
 * @param tpotSeconds        mean over requests
 * @param ttftSeconds        mean over requests, queueing included
 * @param ttftSpread         over requests
 * @param requestsPerSecond  that finish
 */
record ServingPoint(
        double concurrency,
        double runningBatch,
        PassCost decode,
        PassCost prefill,
        double decodeStepSeconds,
        double stallSeconds,
        double tpotSeconds,
        double ttftSeconds,
        Percentiles ttftSpread,
        double requestsPerSecond) {}
