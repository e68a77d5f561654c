package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;

/**
 * Two pools of workers.
 *
 * @param prefill        one prefill worker
 * @param prefillWorkers of that kind, ≥ 1
 * @param decode         one decode worker, with the workload of the whole
 * @param decodeWorkers  of that kind, ≥ 1
 */
public record DisaggregatedPair(Deployment prefill, int prefillWorkers, Deployment decode, int decodeWorkers) {

    public DisaggregatedPair {
        if (prefillWorkers < 1 || decodeWorkers < 1) {
            throw new IllegalArgumentException(
                    "prefillWorkers " + prefillWorkers + ", decodeWorkers " + decodeWorkers);
        }
    }

    /** GPUs of both pools. */
    public int gpus() {
        return prefillWorkers * prefill.layout().gpus() + decodeWorkers * decode.layout().gpus();
    }
}
