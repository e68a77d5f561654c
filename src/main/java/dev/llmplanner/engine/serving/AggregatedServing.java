package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.ForwardPass;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.engine.roofline.PassShape;

/**
 * Prefill and decode on the same GPUs.
 *
 * <p>With B running sequences, answers of O tokens and prompts of I tokens to compute: a prefill step carries
 * {@code c = min(limit, I·max(1, B/O))} tokens; {@code f = (B/O)·I/c} of them fall on each decode step;
 * {@code TPOT = D + f·stall·P}. {@code TTFT = fixed + a·P₁ + b·D + wait}, where the wait is the burst of a closed loop,
 * or M/D/1's for independent users, and what requests beyond the KV pool queue for. Source:
 * {@code docs/model/serving.md}.
 */
final class AggregatedServing {

    private static final int BISECTION_STEPS = 40;

    private final Deployment deployment;
    private final MemoryPlan memory;
    private final EngineCalibration calibration;
    private final ForwardPass pass;

    AggregatedServing(
            Deployment deployment, MemoryPlan memory, EngineCalibration calibration, ForwardPass pass) {
        this.deployment = deployment;
        this.memory = memory;
        this.calibration = calibration;
        this.pass = pass;
    }

    /** The point with that many requests in flight. */
    ServingPoint atConcurrency(double concurrency) {
        Workload workload = deployment.workload();
        double capacity = memory.maxRunningBatch();
        double running = Math.min(concurrency, capacity);
        double answer = workload.outputTokens();
        double prompt = workload.computedInputTokens();
        PassCost decode = pass.cost(PassShape.decode(running, workload.inputTokens() + answer / 2));
        double decodeStep = stepSeconds(decode);
        double chunk = Math.min(
                deployment.limits().maxBatchedTokens(), prompt * Math.max(1, running / answer));
        PassCost prefill = pass.cost(PassShape.prefill(
                chunk, prompt, workload.inputTokens() * (1 + workload.prefixCacheHitFraction())));
        double prefillStep = stepSeconds(prefill);
        double promptSeconds = prefillStep * prompt / chunk;
        double stall = running / answer * prompt / chunk * calibration.stallFraction() * prefillStep;
        double tpot = decodeStep + stall;
        double alone = calibration.ttftFixedSeconds()
                + calibration.ttftPrefillFactor() * promptSeconds
                + calibration.ttftStepFactor() * decodeStep;
        double over = Math.max(0, concurrency - capacity) / capacity;
        double queued = over * (answer * tpot + alone);
        double ttft = alone + queued + (workload.arrival() == Arrival.CLOSED_LOOP
                ? calibration.ttftBurstFraction() * running * promptSeconds
                : poissonWait(running, alone + answer * tpot, promptSeconds));
        double requestsPerSecond = concurrency / (ttft + answer * tpot);
        return new ServingPoint(
                concurrency, running, decode, prefill, decodeStep, prefillStep, promptSeconds, stall, tpot, ttft,
                requestsPerSecond);
    }

    /**
     * Mean wait for prefill with exponential gaps, where {@code running} requests are in flight: with utilisation
     * {@code x = λ·P₁}, {@code running = x·residence/P₁ + x²/(2(1 − x))} by Little's law and M/D/1.
     */
    private static double poissonWait(double running, double residenceSeconds, double promptSeconds) {
        double k = residenceSeconds / promptSeconds;
        double b = 2 * (k + running);
        double utilisation =
                4 * running / (b + Math.sqrt(4 * (k - running) * (k - running) + 8 * running));
        return utilisation / (2 * (1 - utilisation)) * promptSeconds;
    }

    /** The most requests per second that can be sustained. */
    double highestRequestsPerSecond() {
        ServingPoint full = atConcurrency(memory.maxRunningBatch());
        double answer = deployment.workload().outputTokens();
        double byBatch = full.runningBatch() / (answer * full.tpotSeconds());
        double byTime = 1 / (full.promptSeconds() + answer * full.decodeStepSeconds() / full.runningBatch());
        return Math.min(byBatch, byTime);
    }

    /** The point at which {@code requestsPerSecond} finish; the caller has checked that they can be sustained. */
    ServingPoint atRate(double requestsPerSecond) {
        double low = 0;
        double high = memory.maxRunningBatch();
        for (int step = 0; step < BISECTION_STEPS && high - low > high * 1e-9; step++) {
            double middle = (low + high) / 2;
            if (atConcurrency(middle).requestsPerSecond() < requestsPerSecond) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return atConcurrency(high);
    }

    private double stepSeconds(PassCost cost) {
        return cost.seconds()
                + calibration.stepSeconds()
                + calibration.layerSeconds() * deployment.architecture().layers();
    }
}
