package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;

/**
 * Prefill and decode on the same GPUs.
 *
 * <p>With B running sequences, answers of O tokens and prompts of I tokens to compute: a prefill step carries
 * {@code c = min(limit, I·max(1, B/O))} tokens; {@code f = (B/O)·I/c} of them fall on each token's time. Where an engine
 * computes both in one pass, that pass takes M, less than P + D: a prompt adds {@code added = (I/c)·(P − φ·(P + D − M))}.
 * {@code TPOT = D + (others/O)·stall·added}. {@code TTFT = fixed + a·prompting + b·D + wait}, where the wait is the burst of a
 * closed loop, or M/D/1's for independent users, and what requests beyond the KV pool queue for. Source:
 * {@code docs/model/serving.md}.
 */
final class AggregatedServing {

    private static final int BISECTION_STEPS = 40;

    private final Deployment deployment;
    private final MemoryPlan memory;
    private final EngineCalibration calibration;
    private final StepTimes steps;

    AggregatedServing(
            Deployment deployment, MemoryPlan memory, EngineCalibration calibration, StepTimes steps) {
        this.deployment = deployment;
        this.memory = memory;
        this.calibration = calibration;
        this.steps = steps;
    }

    /**
     * Output tokens per second of requests that wait for nobody but share their steps: {@code B·O / (P₁ + O·D + B·P)}. Near
     * enough to put layouts of one deployment in order, from one pass of each phase; from decode alone, and too much, where
     * even that isn't more than {@code enough}.
     */
    double roughOutputTokensPerSecond(double concurrency, double enough) {
        double running = Math.min(concurrency, memory.maxRunningBatch());
        double answer = deployment.workload().outputTokens();
        double decode = answer * decode(running).secondsPerToken();
        if (running * answer / decode <= enough) {
            return running * answer / decode;
        }
        StepTimes.Prefill prefill = prefill(running);
        return running * answer / (prefill.promptSeconds() + decode + running * prefill.serviceSeconds());
    }

    double decodeSecondsPerToken(double running) {
        return decode(running).secondsPerToken();
    }

    /** The point with that many requests in flight. */
    ServingPoint atConcurrency(double concurrency) {
        Workload workload = deployment.workload();
        double capacity = memory.maxRunningBatch();
        double running = Math.min(concurrency, capacity);
        double answer = workload.outputTokens();
        StepTimes.Decode decode = decode(running);
        double poll = pollSteps(running);
        StepTimes.Prefill prefill = prefill(running);
        double saved = savedSeconds(running, decode, prefill);
        double added = added(prefill, saved);
        double stall = others(running, prefill) / answer * calibration.stallFraction() * added;
        double tpot = decode.secondsPerToken() + stall;
        double prompting = prompting(decode, prefill, saved);
        double alone = calibration.ttftFixedSeconds()
                + calibration.ttftPrefillFactor() * prompting
                + calibration.ttftExpertsSeconds() * deployment.architecture().expertLayers() * prefill.chunks()
                + (calibration.ttftStepFactor() + (poll - 1) / 2) * decode.seconds();
        double queued = Math.max(0, concurrency - capacity) / capacity * (answer * tpot + alone);
        double together = togetherSeconds(running, prefill);
        Wait wait = workload.arrival() == Arrival.CLOSED_LOOP
                ? burst(alone + queued + together, running, prefill.kernelServiceSeconds())
                : poisson(alone + queued + together, running, alone + answer * tpot, prefill.kernelServiceSeconds());
        double ttft = alone + queued + together + wait.meanSeconds();
        return new ServingPoint(
                concurrency, running, capacity,
                decode.cost(), decode.draftSeconds(), decode.seconds(), decode.tokensPerStep(),
                prefill.cost(), prefill.chunkTokens(), prefill.stageSeconds(), prefill.serviceSeconds(),
                prefill.kernelServiceSeconds(),
                prefill.promptSeconds(), saved, added, prompting, prefill.chunks(), poll,
                together, others(running, prefill), stall, tpot, alone, queued, wait.utilisationFraction(), wait.meanSeconds(),
                ttft, wait.spread(), concurrency / (ttft + answer * tpot));
    }

    /**
     * Requests whose prompts a request sees computed while it decodes. In a closed loop each of the running prompts passes
     * once between two of its own: those that share the step of its own prompt are in its TTFT, the rest stalls it.
     */
    private double others(double running, StepTimes.Prefill prefill) {
        return deployment.workload().arrival() == Arrival.CLOSED_LOOP
                ? Math.max(0, running - prefill.sharing()) : running;
    }

    /** Seconds that one pass for both saves against a prefill step and a decode step one after the other. */
    private double savedSeconds(double running, StepTimes.Decode decode, StepTimes.Prefill prefill) {
        if (calibration.fusedFraction() == 0) {
            return 0;
        }
        Workload workload = deployment.workload();
        double fused = steps.fusedStageSeconds(
                running, workload.inputTokens() + workload.outputTokens() / 2, prefill.chunkTokens(),
                workload.computedInputTokens(), attendedTokens());
        return Math.max(0, prefill.stageSeconds() + decode.stageSeconds() - fused);
    }

    /** Seconds that one whole prompt adds to the steps in which others decode. */
    private double added(StepTimes.Prefill prefill, double saved) {
        return prefill.serviceSeconds() * (1 - calibration.fusedFraction() * saved / prefill.stageSeconds());
    }

    /** Seconds in which one prompt is computed; where steps are fused, with the decode steps that ride along. */
    private double prompting(StepTimes.Decode decode, StepTimes.Prefill prefill, double saved) {
        return prefill.promptSeconds()
                + calibration.fusedFraction() * prefill.chunks() * (decode.stageSeconds() - saved);
    }

    /** Steps between two looks for new requests: as the published benchmarks set them, else one. */
    private double pollSteps(double running) {
        return deployment.workload().isPublishedBenchmark() ? calibration.polling().steps(running) : 1;
    }

    /** Prompts that the scheduler finds in one look while {@code running} requests decode. */
    private double found(double running) {
        return pollSteps(running) * running / deployment.workload().outputTokens();
    }

    /** Mean wait for the steps of prompts that were found together and don't fit into one step. */
    private double togetherSeconds(double running, StepTimes.Prefill prefill) {
        double steps = found(running) * prefill.serviceSeconds() / prefill.stageSeconds();
        return Math.max(0, steps - 1) / 2 * prefill.stageSeconds();
    }

    private double attendedTokens() {
        return deployment.workload().inputTokens() * (1 + deployment.workload().prefixCacheHitFraction());
    }

    private StepTimes.Decode decode(double running) {
        Workload workload = deployment.workload();
        return steps.decode(running, workload.inputTokens() + workload.outputTokens() / 2);
    }

    private StepTimes.Prefill prefill(double running) {
        Workload workload = deployment.workload();
        double prompt = workload.computedInputTokens();
        double chunk = Math.min(
                deployment.limits().maxBatchedTokens(), prompt * Math.max(1, found(running)));
        return steps.prefill(chunk, prompt, attendedTokens());
    }

    /** A wait beside the mean, with the spread of TTFT that it makes. */
    private record Wait(double meanSeconds, double utilisationFraction, Percentiles spread) {}

    private Wait burst(double otherSeconds, double running, double serviceSeconds) {
        double fraction = calibration.ttftBurstFraction();
        double wave = running * serviceSeconds;
        return new Wait(fraction * wave, 0, TtftSpread.closedLoop(otherSeconds, wave, fraction));
    }

    /**
     * Mean wait for prefill with exponential gaps, where {@code running} requests are in flight: with utilisation
     * {@code x = λ·service}, {@code running = x·residence/service + x²/(2(1 − x))} by Little's law and M/D/1.
     */
    private static Wait poisson(
            double otherSeconds, double running, double residenceSeconds, double serviceSeconds) {
        double k = residenceSeconds / serviceSeconds;
        double b = 2 * (k + running);
        double utilisation = 4 * running / (b + Math.sqrt(4 * (k - running) * (k - running) + 8 * running));
        double mean = utilisation / (2 * (1 - utilisation)) * serviceSeconds;
        return new Wait(mean, utilisation, TtftSpread.poisson(otherSeconds, mean, utilisation));
    }

    /** The most requests per second that can be sustained: bounded by the batch, and by the GPUs' time. */
    double highestRequestsPerSecond() {
        double most = memory.maxRunningBatch();
        double answer = deployment.workload().outputTokens();
        StepTimes.Decode decode = decode(most);
        StepTimes.Prefill prefill = prefill(most);
        double added = added(prefill, savedSeconds(most, decode, prefill));
        double stall = others(most, prefill) / answer * calibration.stallFraction() * added;
        double byBatch = most / (answer * (decode.secondsPerToken() + stall));
        double byTime = 1 / (added + answer * decode.secondsPerToken() / most);
        return Math.min(byBatch, byTime);
    }

    /**
     * The point at which {@code requestsPerSecond} finish. Where fewer finish even with the pool full, the point with the
     * pool full: the caller has compared the rate with the highest.
     */
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
}
