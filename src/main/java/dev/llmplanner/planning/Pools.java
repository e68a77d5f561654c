package dev.llmplanner.planning;

import dev.llmplanner.engine.deployment.ParallelLayout;

/**
 * How the GPUs of a replica are split between prefill and decode.
 *
 * @param prefill        layout of one prefill worker
 * @param prefillWorkers of that kind
 * @param decode         layout of one decode worker
 * @param decodeWorkers  of that kind
 */
record Pools(ParallelLayout prefill, int prefillWorkers, ParallelLayout decode, int decodeWorkers) {

    int gpus() {
        return prefillWorkers * prefill.gpus() + decodeWorkers * decode.gpus();
    }
}
