package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.search.Bounds;
import dev.llmplanner.engine.search.Slo;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.engine.serving.PoolWorker;
import java.util.ArrayList;
import java.util.List;

/**
 * The workers of one number of GPUs, best first: those that fit, whose speed is known.
 *
 * @param gpus       of one worker
 * @param legal      layouts
 * @param remembered of these, whose memory holds one request
 * @param longEnough of these, which hold the longest sequence
 * @param prefill    by falling rate of prompts
 * @param decode     by falling rate of answers
 */
record PoolWorkers(int gpus, int legal, int remembered, int longEnough, List<Prefill> prefill, List<Decode> decode) {

    /**
     * @param rate              prompts per second that it can't exceed
     * @param leastTtftSeconds  that it can't fall below
     */
    record Prefill(PoolWorker worker, double rate, double leastTtftSeconds) {}

    /**
     * @param held requests that decode together at most
     * @param rate answers per second within the limit of TPOT that it can't exceed; 0 where no step is short enough
     */
    record Decode(PoolWorker worker, double held, double rate) {}

    static PoolWorkers of(
            SearchRequest request, Inquiry inquiry, DeviceMemory memory, int gpus, List<Inquiry.Candidate> candidates, Counts counts) {
        List<Prefill> prefill = new ArrayList<>();
        List<Decode> decode = new ArrayList<>();
        int remembered = 0;
        int longEnough = 0;
        Glances glances = null;
        for (Inquiry.Candidate candidate : candidates) {
            if (candidate.share().weightsBytes() >= memory.capacityBytes()) {
                continue;
            }
            var deployment = inquiry.deployment(candidate.layout());
            MemoryPlan plan = MemoryPlan.of(deployment, candidate.share(), memory, inquiry.knowledge().memoryRules());
            if (plan.shortfallBytes() > 0 || plan.maxRunningBatch() < 1) {
                continue;
            }
            remembered++;
            if (plan.footprint().sequenceBytes(request.contextTokens().orElse(1)) > plan.poolBytes()) {
                continue;
            }
            longEnough++;
            glances = glances == null ? Glances.of(deployment, inquiry.knowledge()) : glances;
            if (glances.knowsSpeed()) {
                PoolWorker worker = glances.worker(deployment, plan);
                prefill.add(new Prefill(worker, 1 / worker.leastServiceSeconds(), worker.leastTtftSeconds()));
                decode.add(decode(worker, request.slo(), deployment.workload().outputTokens()));
                counts.decodeSteps += 2;
            }
        }
        prefill.sort((a, b) -> Double.compare(b.rate(), a.rate()));
        decode.sort((a, b) -> Double.compare(b.rate(), a.rate()));
        return new PoolWorkers(gpus, candidates.size(), remembered, longEnough, prefill, decode);
    }

    /** Answers come no faster than with as many that decode as the limit of TPOT allows: c / D(c) never falls. */
    private static Decode decode(PoolWorker worker, Slo slo, double outputTokens) {
        double held = worker.mostRunning();
        double running = Bounds.mostInFlight(held, worker.decodeSecondsPerToken(held), slo.tpotSeconds());
        double rate = running <= 0 ? 0
                : Bounds.mostRequestsPerSecond(running, worker.decodeSecondsPerToken(running), outputTokens);
        return new Decode(worker, held, rate);
    }
}
